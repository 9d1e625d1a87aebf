import { field, kind, type RecordOf } from '#modules/records';
import { fieldSentences as say } from '../sentences.ts';

/** Ideas that people joined under one name, because they are the same. */
export const familyKind = kind('ideaFamily', {
  name: 'improvement.idea-family',
  permission: 'improvement:edit',
  title: 'name',
  words: {
    one: 'family of ideas',
    add: 'Join ideas that are the same',
    addButton: 'Count them together',
    added: 'They are counted together.',
    change: 'Join ideas that are the same',
    changed: 'They are counted together.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    name: field.line({
      label: 'Name they are counted under',
      needed: say.familyName,
      most: 200
    }),
    why: field.text({
      label: 'Why they are the same',
      hint: 'So that others can follow',
      most: 500
    })
  }
});
export type IdeaFamily = RecordOf<typeof familyKind>;
