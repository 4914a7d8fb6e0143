export {
  countSegments,
  findSourcesNamed,
  getSource,
  listSegments,
  listSourcesOfInterview,
  listSpeakers,
  positionAt,
  readText,
  type Segment,
  type Source,
  type Speaker,
} from './queries.ts';
