/** A point of the plane in metres: east and north. */
export type Point = readonly [east: number, north: number];

const earthRadius = 6_371_009;
const centralMeridian = -2;
const degree = Math.PI / 180;

/**
 * Longitude and latitude on a plane that keeps shapes: the transverse Mercator projection of a sphere about the meridian
 * 2° west, the one the British National Grid stands on. Lengths are true on the meridian and at most 0.3 % too long
 * anywhere in Great Britain.
 *
 * Units: degrees in (WGS 84), metres out; east of the meridian and north of the equator are positive.
 * Assumes: places within a few hundred kilometres of the meridian. Not for measuring: the British National Grid rests on an
 * ellipsoid of its own and differs by some hundred metres.
 * Source: Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, equations 8-1 to 8-3, k₀ = 1.
 *
 * @example
 * projected(-2, 52) // [0, 5_782_144]: 52° of a meridian, and no way east of it
 */
export function projected(longitude: number, latitude: number): Point {
  const away = (longitude - centralMeridian) * degree;
  const up = latitude * degree;
  const east = earthRadius * Math.atanh(Math.cos(up) * Math.sin(away));
  const north = earthRadius * Math.atan2(Math.tan(up), Math.cos(away));
  return [Math.round(east), Math.round(north)];
}
