import { describe, expect, test } from 'vitest';
import type { AssuranceIcon, VariationIcon } from '../types.ts';
import {
  assuranceWords,
  drawAssuranceIcon,
  drawVariationIcon,
  variationWords
} from './icon-pictures.ts';

const variations = Object.keys(variationWords) as VariationIcon[]; // its keys are the icons
const assurances = Object.keys(assuranceWords) as AssuranceIcon[]; // its keys are the icons

describe('icons', () => {
  test('all differ without their colour, and say what they mean', () => {
    const withoutColour = (svg: string) => svg.replace(/var\([^"]*"/g, '"');
    const pictures = [
      ...variations.map((icon) => drawVariationIcon(icon, { id: 'a' })),
      ...assurances.map((icon) => drawAssuranceIcon(icon, { id: 'a' }))
    ];
    const shapes = pictures.map((svg) => withoutColour(svg).replace(/<title.*<\/title>/, ''));
    expect(new Set(shapes).size).toBe(variations.length + assurances.length);
    for (const svg of pictures)
      expect(svg).toMatch(/role="img" aria-labelledby="a-title"><title id="a-title">[A-Z]/);
  });

  test('have plain colours for files', () => {
    expect(drawVariationIcon('concern-high', { id: 'a', colours: 'light' })).not.toContain('var(');
  });
});
