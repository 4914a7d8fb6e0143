import { analysis } from './en/analysis.ts';
import { code } from './en/code.ts';
import { codebook } from './en/codebook.ts';
import { codings } from './en/codings.ts';
import { consent } from './en/consent.ts';
import { example } from './en/example.ts';
import { framework } from './en/framework.ts';
import { guide } from './en/guide.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { http } from './en/http.ts';
import { interviews } from './en/interviews.ts';
import { overview } from './en/overview.ts';
import { patterns } from './en/patterns.ts';
import { projects } from './en/projects.ts';
import { register } from './en/register.ts';
import { respondents } from './en/respondents.ts';
import { sample } from './en/sample.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { sources } from './en/sources.ts';
import { structure } from './en/structure.ts';
import { terminal } from './en/terminal.ts';
import { upkeep } from './en/upkeep.ts';
import { versions } from './en/versions.ts';

/** English: one object per slice, with its errors (by code) and its changes (by kind) inside. */
export const en = {
  analysis,
  code,
  codebook,
  codings,
  consent,
  example,
  framework,
  guide,
  help,
  history,
  http,
  interviews,
  overview,
  patterns,
  projects,
  register,
  respondents,
  sample,
  search,
  shell,
  sources,
  structure,
  terminal,
  upkeep,
  versions,
};
