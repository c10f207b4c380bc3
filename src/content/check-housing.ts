import type { Housing } from './housing.ts';
import type { Mistake } from './mistakes.ts';
import type { ContentFile } from './yaml-file.ts';

/** Every scenario gives a number for every type of home, and no other. */
export function checkHousing(file: ContentFile<Housing>): readonly Mistake[] {
  const types = file.value.types.map(({ id }) => id).toSorted();
  return file.value.scenarios.flatMap(({ homes }, index) =>
    Object.keys(homes).toSorted().join() === types.join()
      ? []
      : [file.mistakeAt(['scenarios', index, 'homes'], `Geef hier een aantal voor: ${types.join(', ')}.`)],
  );
}
