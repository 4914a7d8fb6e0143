import { sql, type Kysely } from 'kysely';

/** What the list of interviews is narrowed by, for studies with thousands of them. */
const STATEMENTS = [
  `CREATE INDEX interview_by_status ON interview (project_id, status)`,
  `CREATE INDEX interview_by_consent ON interview (project_id, consent)`,
  `CREATE INDEX interview_by_location ON interview (project_id, location)`,
  `CREATE INDEX interview_by_followed ON interview (follows_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
