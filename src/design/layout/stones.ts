/** The five stones of the mark from the top down, drawn by hand in a square of 64. `static/cairn.svg` has the same. */
export const stones = [
  'M27.6 9.9C28 5.500 31.200 2.600 34.900 2.900c3.900.300 6.700 3.500 6.300 7.200-.400 3.600-3.400 5-7.200 4.700-4-.300-6.700-1.500-6.400-4.900Z'
] as const;
