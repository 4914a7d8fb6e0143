import { sql, type Kysely } from 'kysely';

/**
 * The whole main job: who was interviewed, what was asked, what they said, what it was coded as, and every change to it.
 *
 * - Offsets are UTF-16 code units of the source's canonical text, half-open.
 * - Foreign keys between recorded tables do not cascade: a command removes each row itself, so that each removal is in
 *   the change record. Only derived rows (segments, search) cascade.
 * - Dates are ISO 8601 text; times are UTC, milliseconds.
 */
const STATEMENTS = [
  `CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) > 0),
    initials TEXT NOT NULL CHECK (length(initials) > 0),
    is_local INTEGER NOT NULL DEFAULT 0 CHECK (is_local IN (0, 1)),
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX user_one_local ON user (is_local) WHERE is_local = 1`,
  `CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) > 0),
    description TEXT NOT NULL DEFAULT '',
    date_order TEXT NOT NULL DEFAULT 'day' CHECK (date_order IN ('day', 'month')),
    min_cell INTEGER NOT NULL DEFAULT 5 CHECK (min_cell >= 0),
    counts_debriefs INTEGER NOT NULL DEFAULT 0 CHECK (counts_debriefs IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'analyst', 'coder', 'interviewer', 'reader')),
    UNIQUE (project_id, user_id)
  ) STRICT`,
  `CREATE TABLE respondent_group (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_fold TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE TABLE region (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_fold TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE TABLE variable (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_fold TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'list')),
    options TEXT NOT NULL DEFAULT '[]',
    position INTEGER NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE TABLE respondent (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    reference TEXT NOT NULL CHECK (length(reference) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'group')),
    head_count INTEGER NOT NULL DEFAULT 1 CHECK (head_count >= 1),
    group_id INTEGER REFERENCES respondent_group (id),
    region_id INTEGER REFERENCES region (id),
    role TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    UNIQUE (project_id, reference),
    CHECK (kind = 'group' OR head_count = 1)
  ) STRICT`,
  `CREATE INDEX respondent_by_group ON respondent (group_id)`,
  `CREATE INDEX respondent_by_region ON respondent (region_id)`,
  `CREATE TABLE respondent_identity (
    id INTEGER PRIMARY KEY,
    respondent_id INTEGER NOT NULL UNIQUE REFERENCES respondent (id),
    name TEXT NOT NULL DEFAULT '',
    contact TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
  ) STRICT`,
  `CREATE TABLE respondent_value (
    id INTEGER PRIMARY KEY,
    respondent_id INTEGER NOT NULL REFERENCES respondent (id),
    variable_id INTEGER NOT NULL REFERENCES variable (id),
    value TEXT NOT NULL,
    UNIQUE (respondent_id, variable_id)
  ) STRICT`,
  `CREATE INDEX respondent_value_by_variable ON respondent_value (variable_id)`,
  `CREATE TABLE interviewer (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_fold TEXT NOT NULL,
    user_id INTEGER REFERENCES user (id),
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE TABLE guide (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (project_id, version)
  ) STRICT`,
  // A question keeps its guid from one version of the guide to the next; that is how answers to it stay together.
  `CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL,
    guide_id INTEGER NOT NULL REFERENCES guide (id),
    number TEXT NOT NULL CHECK (length(number) > 0),
    section TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (length(text) > 0),
    prompts TEXT NOT NULL DEFAULT '',
    serves TEXT NOT NULL DEFAULT '',
    for_whom TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (guide_id, guid),
    UNIQUE (guide_id, number)
  ) STRICT`,
  `CREATE TABLE interview (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    reference TEXT NOT NULL CHECK (length(reference) > 0),
    date TEXT,
    end_date TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('individual', 'group', 'follow-up', 'debrief')),
    mode TEXT NOT NULL DEFAULT '' CHECK (mode IN ('', 'in person', 'video', 'phone', 'written')),
    location TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK (status IN ('planned', 'done', 'transcribed', 'coded', 'cancelled')),
    consent TEXT NOT NULL CHECK (consent IN ('given', 'given with conditions', 'not recorded', 'withdrawn')),
    may_quote TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    guide_id INTEGER REFERENCES guide (id),
    follows_id INTEGER REFERENCES interview (id),
    revision INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    UNIQUE (project_id, reference),
    CHECK (end_date IS NULL OR (date IS NOT NULL AND end_date >= date))
  ) STRICT`,
  `CREATE INDEX interview_by_date ON interview (project_id, date)`,
  `CREATE TABLE interview_respondent (
    id INTEGER PRIMARY KEY,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    respondent_id INTEGER NOT NULL REFERENCES respondent (id),
    position INTEGER NOT NULL,
    UNIQUE (interview_id, respondent_id)
  ) STRICT`,
  `CREATE INDEX interview_respondent_by_respondent ON interview_respondent (respondent_id)`,
  `CREATE TABLE interview_interviewer (
    id INTEGER PRIMARY KEY,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    interviewer_id INTEGER NOT NULL REFERENCES interviewer (id),
    position INTEGER NOT NULL,
    UNIQUE (interview_id, interviewer_id)
  ) STRICT`,
  `CREATE INDEX interview_interviewer_by_interviewer ON interview_interviewer (interviewer_id)`,
  `CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    question_id INTEGER NOT NULL REFERENCES question (id),
    state TEXT CHECK (state IN ('asked', 'not asked', 'not reached', 'declined')),
    notes TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 1,
    updated_by INTEGER NOT NULL REFERENCES user (id),
    updated_at TEXT NOT NULL,
    UNIQUE (interview_id, question_id)
  ) STRICT`,
  `CREATE INDEX answer_by_question ON answer (question_id, state)`,
  // length and text_sha256 repeat those of the current text, so that lists and checks need not read the text itself.
  `CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    interview_id INTEGER REFERENCES interview (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('transcript', 'notes', 'document')),
    language TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    length INTEGER NOT NULL CHECK (length >= 0),
    code_points INTEGER NOT NULL CHECK (code_points >= 0),
    text_sha256 TEXT NOT NULL,
    is_wrapped INTEGER NOT NULL DEFAULT 0 CHECK (is_wrapped IN (0, 1)),
    original_name TEXT,
    original_type TEXT,
    original_sha256 TEXT,
    original_bytes INTEGER,
    encoding TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX source_by_project ON source (project_id, name)`,
  `CREATE INDEX source_by_interview ON source (interview_id)`,
  `CREATE INDEX source_by_original ON source (project_id, original_sha256)`,
  `CREATE TABLE source_text (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (source_id, version)
  ) STRICT`,
  `CREATE TABLE speaker (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    label TEXT NOT NULL CHECK (length(label) > 0),
    respondent_id INTEGER REFERENCES respondent (id),
    is_interviewer INTEGER NOT NULL DEFAULT 0 CHECK (is_interviewer IN (0, 1)),
    UNIQUE (source_id, label)
  ) STRICT`,
  `CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    body_start INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('turn', 'paragraph', 'heading')),
    speaker_id INTEGER REFERENCES speaker (id) ON DELETE SET NULL,
    time_ms INTEGER,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    UNIQUE (source_id, position),
    CHECK (0 <= "start" AND "start" < "end"),
    CHECK ("start" <= body_start AND body_start <= "end")
  ) STRICT`,
  `CREATE INDEX segment_by_start ON segment (source_id, "start")`,
  `CREATE TABLE code (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL,
    project_id INTEGER NOT NULL REFERENCES project (id),
    parent_id INTEGER REFERENCES code (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    name_fold TEXT NOT NULL,
    definition TEXT NOT NULL DEFAULT '',
    use_when TEXT NOT NULL DEFAULT '',
    not_when TEXT NOT NULL DEFAULT '',
    example TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    key TEXT,
    is_codable INTEGER NOT NULL DEFAULT 1 CHECK (is_codable IN (0, 1)),
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    UNIQUE (project_id, guid),
    CHECK (parent_id IS NULL OR parent_id <> id)
  ) STRICT`,
  `CREATE UNIQUE INDEX code_name_among_siblings ON code (project_id, coalesce(parent_id, 0), name_fold)`,
  `CREATE UNIQUE INDEX code_key ON code (project_id, key) WHERE key IS NOT NULL`,
  `CREATE INDEX code_by_parent ON code (parent_id)`,
  `CREATE TABLE coding (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    source_id INTEGER NOT NULL REFERENCES source (id),
    code_id INTEGER NOT NULL REFERENCES code (id),
    coder_id INTEGER NOT NULL REFERENCES user (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote_sha256 TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    UNIQUE (source_id, "start", "end", code_id, coder_id),
    CHECK (0 <= "start" AND "start" < "end")
  ) STRICT`,
  `CREATE INDEX coding_by_code ON coding (code_id, source_id)`,
  `CREATE INDEX coding_by_project ON coding (project_id)`,
  `CREATE INDEX coding_by_coder ON coding (coder_id)`,
  ...['INSERT ON', 'UPDATE OF "start", "end", source_id ON'].flatMap((event, n) =>
    ['coding', 'segment'].map(
      (table) => `CREATE TRIGGER ${table}_inside_text_${n} BEFORE ${event} ${table}
        WHEN NEW."end" > (SELECT length FROM source WHERE id = NEW.source_id)
        BEGIN SELECT RAISE(ABORT, 'a span ends after its source'); END`,
    ),
  ),
  `CREATE TABLE memo (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    coding_id INTEGER REFERENCES coding (id),
    code_id INTEGER REFERENCES code (id),
    source_id INTEGER REFERENCES source (id),
    interview_id INTEGER REFERENCES interview (id),
    respondent_id INTEGER REFERENCES respondent (id),
    body TEXT NOT NULL CHECK (length(body) > 0),
    author_id INTEGER NOT NULL REFERENCES user (id),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((coding_id IS NOT NULL) + (code_id IS NOT NULL) + (source_id IS NOT NULL)
      + (interview_id IS NOT NULL) + (respondent_id IS NOT NULL) <= 1)
  ) STRICT`,
  `CREATE INDEX memo_by_project ON memo (project_id)`,
  `CREATE INDEX memo_by_coding ON memo (coding_id)`,
  `CREATE INDEX memo_by_code ON memo (code_id)`,
  `CREATE INDEX memo_by_source ON memo (source_id)`,
  `CREATE INDEX memo_by_interview ON memo (interview_id)`,
  `CREATE INDEX memo_by_respondent ON memo (respondent_id)`,
  // "rows" holds, per row touched, its image before and after; words people wrote are there as hashes only.
  `CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    actor_id INTEGER NOT NULL REFERENCES user (id),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id INTEGER,
    detail TEXT NOT NULL DEFAULT '{}',
    "rows" TEXT NOT NULL,
    undoes_id INTEGER UNIQUE REFERENCES change (id),
    undo_depth INTEGER NOT NULL DEFAULT 0 CHECK (undo_depth >= 0),
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (project_id, seq)
  ) STRICT`,
  `CREATE INDEX change_by_actor ON change (project_id, actor_id, seq)`,
  `CREATE INDEX change_by_entity ON change (entity, entity_id)`,
  // The end of each project's chain, so that cutting off its last links shows.
  `CREATE TABLE change_head (
    project_id INTEGER PRIMARY KEY REFERENCES project (id),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  // The words behind the hashes in "rows" (notes, memos, identities), so that undo can bring them back and erasing can remove them.
  `CREATE TABLE kept_text (
    project_id INTEGER NOT NULL REFERENCES project (id),
    sha256 TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (project_id, sha256)
  ) STRICT, WITHOUT ROWID`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
