export {
  adding,
  changing,
  editing,
  forms,
  removing,
  savedOrChanged,
  saying,
  taken,
  type Editing,
  type Telling
} from './editing.server.ts';
export {
  choicesFor,
  records,
  unknownChoices,
  type Choices,
  type Chosen,
  type Records
} from './store.server.ts';
