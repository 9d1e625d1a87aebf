/** Shapes of settings on a map: they can be told apart without colour. */
export type MarkShapeName = 'ring' | 'half' | 'disc' | 'square' | 'diamond';
