import { areaEndpoints } from './areas.endpoints.server.ts';
import type { Endpoint } from './endpoint.ts';
import { indicatorEndpoints } from './indicators.endpoints.server.ts';
import { measureEndpoints } from './measures.endpoints.server.ts';
import { testEndpoints } from './tests.endpoints.server.ts';

/** Every address of the API. The description, the tests and the page of examples are made from this list. */
export const endpoints: readonly Endpoint[] = [
  ...testEndpoints,
  ...measureEndpoints,
  ...indicatorEndpoints,
  ...areaEndpoints
];
