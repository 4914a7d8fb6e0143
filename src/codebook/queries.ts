import type { Selectable } from 'kysely';
import type { CodeTable, Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { formatPath, placeAll } from '../domain/codetree/index.ts';
import { colourNumber } from '../domain/colours.ts';
import { NotFound } from '../domain/errors.ts';

/** A code in its place in the codebook. */
export interface CodeRow {
  id: number;
  guid: string;
  /** null for a theme. */
  parentId: number | null;
  name: string;
  /** `Visibility > Capacity` */
  path: string;
  /** Names from the theme down to this code. */
  names: readonly string[];
  /** 0 for a theme. */
  depth: number;
  /** How many codes stand below it; they follow it in the list. */
  below: number;
  definition: string;
  useWhen: string;
  notWhen: string;
  example: string;
  /** #rrggbb, as chosen or imported. */
  colour: string;
  /** 1 to 8: the palette colour it is shown in. */
  colourNumber: number;
  /** `code-colour-3` */
  colourClass: string;
  /** One lower-case letter or digit that applies it in the workbench. */
  key: string | null;
  /** False when it only holds other codes together. */
  isCodable: boolean;
  position: number;
  revision: number;
}

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** The project's codes, each before its sub-codes, siblings in their order. */
export async function listCodes({ db, projectId }: Reader): Promise<CodeRow[]> {
  return codesIn(db, projectId);
}

/** What a code is made of, as the database has it. */
const COLUMNS = [
  'id',
  'guid',
  'parent_id',
  'name',
  'definition',
  'use_when',
  'not_when',
  'example',
  'colour',
  'key',
  'is_codable',
  'position',
  'revision',
] as const;

type StoredCode = Pick<Selectable<CodeTable>, (typeof COLUMNS)[number]>;

/** As `listCodes`, inside a transaction too. */
export async function codesIn(db: Db | Trx, projectId: number): Promise<CodeRow[]> {
  const rows = await db
    .selectFrom('code')
    .select(COLUMNS)
    .where('project_id', '=', projectId)
    .execute();
  return inTheirPlaces(rows);
}

/** Rows of codes as a codebook, each before its sub-codes. */
export function inTheirPlaces(rows: readonly StoredCode[]): CodeRow[] {
  const nodes = rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    position: row.position,
    row,
  }));
  return placeAll(nodes).map(({ code: { row: code }, depth, names, below }) => {
    const number = colourNumber(code.colour);
    // Field by field: spreading thousands of database rows takes longer than reading them.
    return {
      id: code.id,
      guid: code.guid,
      parentId: code.parent_id,
      name: code.name,
      path: formatPath(names),
      names,
      depth,
      below,
      definition: code.definition,
      useWhen: code.use_when,
      notWhen: code.not_when,
      example: code.example,
      colour: code.colour,
      colourNumber: number,
      colourClass: `code-colour-${number}`,
      key: code.key,
      isCodable: code.is_codable === 1,
      position: code.position,
      revision: code.revision,
    };
  });
}

/**
 * One code's row.
 * @throws NotFound `codebook.noCode` when the project has no such code
 */
export async function codeOf(db: Db | Trx, projectId: number, codeId: number) {
  const code = await db
    .selectFrom('code')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('id', '=', codeId)
    .executeTakeFirst();
  if (!code) throw new NotFound('codebook.noCode');
  return code;
}
