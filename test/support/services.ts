import type { Region, Service } from '../../src/content/index.ts';

/**
 * A region with so many times its services, each copy under an id and name of its own and a little way off, so that
 * search meets a larger directory of the same kind.
 */
export function makeServices(region: Region, times: number): Region {
  const copies = region.services.flatMap((service): readonly Service[] =>
    Array.from({ length: times }, (_, copy) =>
      copy === 0
        ? service
        : {
            ...service,
            id: `${service.id}-${copy}`,
            name: `${service.name} ${copy}`,
            location: {
              ...service.location,
              lat: service.location.lat + ((copy % 7) - 3) / 300,
              lon: service.location.lon + ((copy % 5) - 2) / 200,
            },
          },
    ),
  );
  return { ...region, services: copies };
}
