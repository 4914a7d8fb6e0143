import { Hono } from 'hono';
import type { Env } from '../http/index.ts';
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
export { getInterview, listInterviewers, listInterviews, listLocations } from './queries.ts';

export const interviewRoutes = new Hono<Env>();
interviewRoutes.route('/', interviewPages);
interviewRoutes.route('/', notePages);
