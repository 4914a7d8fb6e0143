import { sql, type Kysely } from 'kysely';

/**
 * What people correct in the structure of a source, and what is said of a source that stands alone.
 *
 * - Segments stay derived: a correction is a recorded row of its own, placed in the current text, from which they are made.
 * - A source has variables of its own: a document is no respondent, and its names must not mix with theirs.
 */
const STATEMENTS = [
  // 0: the label is words like any other ("Note:"). 1: it is a speaker, also where it would not be taken for one.
  `ALTER TABLE speaker ADD COLUMN is_speaker INTEGER NOT NULL DEFAULT 1 CHECK (is_speaker IN (0, 1))`,
  // Another spelling of that speaker, which itself is no other's.
  `ALTER TABLE speaker ADD COLUMN same_as_id INTEGER REFERENCES speaker (id)`,
  `CREATE INDEX speaker_by_same ON speaker (same_as_id)`,
  // "start" to "end": the segment corrected, in code units of the current text. Of 'speaker': null is nobody.
  // Of 'question': a question begins, none does (null), or the one before goes on. "is_found" 1: by the program.
  `CREATE TABLE structure_mark (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    mark TEXT NOT NULL CHECK (mark IN ('speaker', 'question')),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker_id INTEGER REFERENCES speaker (id),
    question_id INTEGER REFERENCES question (id),
    goes_on INTEGER NOT NULL DEFAULT 0 CHECK (goes_on IN (0, 1)),
    is_found INTEGER NOT NULL DEFAULT 0 CHECK (is_found IN (0, 1)),
    CHECK (0 <= "start" AND "start" < "end"),
    CHECK (mark = 'speaker' OR speaker_id IS NULL),
    CHECK (mark = 'question' OR (question_id IS NULL AND goes_on = 0 AND is_found = 0)),
    CHECK (goes_on = 0 OR question_id IS NULL)
  ) STRICT`,
  `CREATE INDEX structure_mark_by_source ON structure_mark (source_id, "start")`,
  `CREATE INDEX structure_mark_by_speaker ON structure_mark (speaker_id)`,
  `CREATE INDEX structure_mark_by_question ON structure_mark (question_id)`,
  `CREATE TABLE source_variable (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_fold TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'list')),
    options TEXT NOT NULL DEFAULT '[]',
    position INTEGER NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE TABLE source_value (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    variable_id INTEGER NOT NULL REFERENCES source_variable (id),
    value TEXT NOT NULL CHECK (length(value) > 0),
    UNIQUE (source_id, variable_id)
  ) STRICT`,
  `CREATE INDEX source_value_by_variable ON source_value (variable_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
