/** Lists and drawings that come in a second form, at their own address with a word behind it. */

export type OtherForm = 'xlsx' | 'png';

const askedFor = 'file';

const inForm = (address: string, form: OtherForm): string =>
  `${address}${address.includes('?') ? '&' : '?'}${askedFor}=${form}`;

/**
 * The address at which a list that is given as CSV is given as Excel.
 * @example excelAddress('/p/here/plan/aims.csv?late=yes') // '/p/here/plan/aims.csv?late=yes&file=xlsx'
 */
export const excelAddress = (csvAddress: string): string => inForm(csvAddress, 'xlsx');

/**
 * The address at which a drawing that is given as SVG is given as PNG.
 * @example pngAddress('/p/here/system/actors/map.svg') // '/p/here/system/actors/map.svg?file=png'
 */
export const pngAddress = (svgAddress: string): string => inForm(svgAddress, 'png');

/** The other form that an address asks for; null where it asks for none. */
export function formAskedFor({ searchParams }: URL): OtherForm | null {
  const asked = searchParams.get(askedFor);
  return asked === 'xlsx' || asked === 'png' ? asked : null;
}
