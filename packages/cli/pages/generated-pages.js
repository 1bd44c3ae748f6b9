import { replication } from './replication.js';
import { teachingAnswers } from './teaching-answers.js';

/** Pages made from what commands print, by their name in `docs/`. */
export const generatedPages = {
  'replication.md': replication,
  'teaching-answers.md': teachingAnswers,
};
