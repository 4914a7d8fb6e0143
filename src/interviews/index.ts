import { Hono } from 'hono';
import type { Env } from '../http/index.ts';
import { calendarPages } from './calendar-routes.tsx';
import { listPages } from './list-routes.tsx';
import { notePages } from './note-routes.tsx';
import { interviewPages } from './routes.tsx';

export {
  addInterview,
  changeInterview,
  createInterview,
  removeInterview,
  setStatus,
  today,
} from './commands.ts';
export type { InterviewInput } from './commands.ts';
export { saveNotes, type NotesInput, type NotesSaved } from './notes.ts';
export { ensureInterviewer, type Participant } from './people.ts';
export { listInterviews } from './list.ts';
export { getInterview, listInterviewers, listLocations } from './queries.ts';

export const interviewRoutes = new Hono<Env>();
interviewRoutes.route('/', listPages);
interviewRoutes.route('/', calendarPages);
interviewRoutes.route('/', interviewPages);
interviewRoutes.route('/', notePages);
