import { field, kind, type RecordOf } from '#modules/records';
import * as v from 'valibot';
import {
  directionNames,
  engagementNames,
  kindHints,
  kindNames,
  markerHints,
  markerNames,
  ringNames,
  strengthNames
} from './labels.ts';
import { fieldSentences as say } from './sentences.ts';
import { actorKinds, directions, engagements, markers, rings, strengths } from './types.ts';

const actors = { table: 'actor', title: 'name' } as const;
const ringTexts = ['1', '2', '3', '4'] as const;

/** What the map of a place is about, and who keeps it. A place has one. */
export const mapKind = kind('actorMap', {
  name: 'actors.map',
  permission: 'actors:edit',
  title: 'focus',
  words: {
    one: 'map of actors',
    add: 'Begin the map of actors',
    addButton: 'Begin the map',
    added: 'The map is begun. Next: name its sectors.',
    change: 'What the map is about',
    changed: 'What the map is about is saved.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    focus: field.line({
      label: 'What stands in the middle',
      hint: 'Such as “Better early learning for children in poverty”',
      needed: say.focus
    }),
    keeperRole: field.line({
      label: 'Who keeps the map',
      hint: 'A role and its organisation. They see to it that the map stays true',
      most: 200
    }),
    contributors: field.list({
      label: 'Who else adds to it',
      hint: 'Roles, one a line'
    }),
    reviewOn: field.day({ label: 'Looked at again by', what: 'The day' })
  }
});
export type ActorMap = RecordOf<typeof mapKind>;

/** A slice of the map: health, education, families. */
export const sectorKind = kind('actorSector', {
  name: 'actors.sector',
  permission: 'actors:edit',
  title: 'name',
  order: ['position', { words: 'name' }],
  words: {
    one: 'sector',
    add: 'Add a sector',
    addButton: 'Add the sector',
    added: 'The sector is added.',
    change: 'Change this sector',
    changed: 'The sector is saved.',
    remove: 'Remove this sector',
    removal: '',
    removed: 'The sector is removed.'
  },
  unique: { column: 'name', sentence: 'There is a sector of this name already' },
  keptBy: [
    {
      table: 'actor',
      column: 'sectorId',
      sentence: 'Actors are in this sector. Move them to another one first.'
    }
  ],
  fields: {
    name: field.line({
      label: 'What the sector is called',
      hint: 'Such as Health, or Families and community',
      needed: say.sector,
      most: 60
    }),
    position: field.kept(v.pipe(v.number(), v.integer()), { label: 'Place in the order' })
  }
});
export type ActorSector = RecordOf<typeof sectorKind>;

/** A person in a role, a group or a body with a part in the system. */
export const actorKind = kind('actor', {
  name: 'actors.actor',
  permission: 'actors:edit',
  title: 'name',
  order: [{ words: 'name' }],
  words: {
    one: 'actor',
    add: 'Add an actor',
    addButton: 'Add the actor',
    added: 'The actor is on the map.',
    change: 'Change this actor',
    changed: 'The actor is saved.',
    remove: 'Remove this actor',
    removal:
      'Its links go with it; the history keeps both. Take it off the map instead where it was thought of and is of little relevance: then the reason stays.',
    removed: 'The actor is removed.'
  },
  unique: {
    column: 'name',
    sentence: 'There is an actor of this name already. It may have been taken off the map.'
  },
  keptBy: [
    {
      table: 'actor',
      column: 'partOfId',
      sentence: 'Other actors are part of it. Say of them first that they are not.'
    }
  ],
  takesAlong: [
    { table: 'actorLink', column: 'fromId' },
    { table: 'actorLink', column: 'toId' }
  ],
  fields: {
    name: field.line({
      label: 'Who it is',
      hint: 'A group, a body, or a role. No names of persons',
      needed: say.name,
      most: 120
    }),
    kind: field.oneOfOrNone({
      label: 'Kind of stakeholder',
      options: actorKinds,
      names: kindNames,
      hints: kindHints
    }),
    sectorId: field.recordOrNone({
      label: 'Sector',
      of: {
        table: 'actorSector',
        title: 'name',
        order: ['position', { words: 'name' }]
      },
      placeholder: 'No sector yet'
    }),
    ring: field.own(
      v.pipe(
        v.union([v.pipe(v.number(), v.transform(String)), v.nullish(v.string(), '')]),
        v.picklist(ringTexts, say.ring),
        v.transform(Number)
      ),
      {
        label: 'Ring',
        hint: 'The nearer to the middle, the more it influences what happens, or is influenced by it',
        choices: rings.map((ring) => ({ value: String(ring), label: ringNames[ring] ?? '' })),
        isOptional: false
      }
    ),
    engagement: field.oneOfOrNone({
      label: 'How far it is engaged with our work',
      options: engagements,
      names: engagementNames
    }),
    organisation: field.line({
      label: 'Organisation or partner it stands for',
      most: 200
    }),
    representedBy: field.list({
      label: 'Through whom we have a relationship with it',
      hint: 'Members of the partnership by their roles, one a line'
    }),
    marker: field.oneOfOrNone({
      label: 'What is happening here',
      options: markers,
      names: markerNames,
      hints: markerHints
    }),
    markerNote: field.text({ label: 'What is moving, stuck or open', most: 1000 }),
    partOfId: field.recordOrNone({
      label: 'Part of',
      of: actors,
      placeholder: 'No other actor'
    }),
    note: field.text({ label: 'Note' }),
    source: field.line({ label: 'Where this comes from', most: 500 })
  }
});
export type Actor = RecordOf<typeof actorKind>;

/** What links two actors. */
export const linkKind = kind('actorLink', {
  name: 'actors.link',
  permission: 'actors:edit',
  title: 'type',
  order: [{ words: 'type' }],
  words: {
    one: 'link',
    add: 'Add a link',
    addButton: 'Add the link',
    added: 'The link is on the map.',
    change: 'Change this link',
    changed: 'The link is saved.',
    remove: 'Remove this link',
    removal: '',
    removed: 'The link is removed. The history keeps it.'
  },
  fields: {
    fromId: field.record({ label: 'From', of: actors, needed: say.from }),
    toId: field.record({ label: 'To', of: actors, needed: say.to }),
    strength: field.oneOf({
      label: 'How strong it is',
      options: strengths,
      names: strengthNames,
      needed: say.strength
    }),
    type: field.line({
      label: 'What kind of link it is',
      hint: 'Such as funding, partnering, referral',
      most: 60
    }),
    direction: field.oneOf({
      label: 'Direction',
      options: directions,
      names: directionNames,
      needed: say.direction
    }),
    note: field.text({ label: 'Note', most: 1000 })
  }
});
export type ActorLink = RecordOf<typeof linkKind>;
