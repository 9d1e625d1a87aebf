/** Every kind of record of this room, by its noun. */
export * from './arrangement-kinds.ts';
export * from './coalition-kinds.ts';
export * from './lesson-kinds.ts';
export * from './principle-kinds.ts';
export * from './proposal-kinds.ts';
export * from './workstream-kinds.ts';
