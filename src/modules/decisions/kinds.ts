/** Every kind of record of this room, by its noun. */
export * from './ask-kinds.ts';
export * from './consultation-kinds.ts';
export * from './decision-kinds.ts';
export * from './dispute-kinds.ts';
