/** Degrees, WGS 84. */
export type Place = { latitude: number; longitude: number };

/** Mean radius R1 of GRS 80. Source: H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000). */
export const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres, by the haversine formula; within 0.6 % of the ellipsoid's. */
export function distanceKm(a: Place, b: Place): number {
  const latitudes = halfChord(b.latitude - a.latitude);
  const longitudes = halfChord(b.longitude - a.longitude);
  const square = latitudes + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitudes;
  // Rounding may carry opposite points beyond 1.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, square)));
}

function halfChord(degrees: number): number {
  return Math.sin(radians(degrees) / 2) ** 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
