export { exportAnswers, importAnswers, placeAnswers } from './answer-exchange.ts';
export {
  listAnswers,
  writeAnswers,
  type AnswerInput,
  type AnswerNow,
  type AnswersSaved,
} from './answers.ts';
export { guideCommands, textFrom } from './cli.ts';
export { readGuide } from './exchange.ts';
export { currentGuide, ensureGuide, listGuides } from './guides.ts';
export {
  addQuestion,
  addQuestionIn,
  importGuide,
  listQuestions,
  type QuestionInput,
} from './questions.ts';
export { newVersion } from './versions.ts';
export { guideRoutes } from './routes.tsx';
