import type { Migration } from 'kysely';
import * as mainJob from './0001_main_job.ts';
import * as search from './0002_search.ts';
import * as drafts from './0003_register.ts';
import * as register from './0004_register.ts';
import * as people from './0005_people.ts';
import * as requestKey from './0006_request_key.ts';
import * as structure from './0008_structure.ts';
import * as versions from './0009_versions.ts';
import * as searchForms from './0010_search.ts';
import * as codeSplit from './0012_code_split.ts';
import * as searchRows from './0015_search_rows.ts';
import * as workbench from './0017_workbench.ts';
import * as codebookVersions from './0019_codebook_versions.ts';
import * as analysis from './0020_analysis.ts';
import * as framework from './0021_framework.ts';
import * as queries from './0022_queries.ts';
import * as examples from './0023_examples.ts';
import * as codeSets from './0024_code_sets.ts';

/** Every migration by name, in order. Static, so that tsx, the build and the tests run the same. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001_main_job': mainJob,
  '0002_search': search,
  '0003_register': drafts,
  '0004_register': register,
  '0005_people': people,
  '0006_request_key': requestKey,
  '0008_structure': structure,
  '0009_versions': versions,
  '0010_search': searchForms,
  '0012_code_split': codeSplit,
  '0015_search_rows': searchRows,
  '0017_workbench': workbench,
  '0019_codebook_versions': codebookVersions,
  '0020_analysis': analysis,
  '0021_framework': framework,
  '0022_queries': queries,
  '0023_examples': examples,
  '0024_code_sets': codeSets,
};
