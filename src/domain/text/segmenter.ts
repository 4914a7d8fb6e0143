const cache = new Map<string, Intl.Segmenter>();

/**
 * A segmenter costs about a millisecond to make and is wanted for every passage, so each kind is
 * made once. The rules are Unicode's (UAX #29); the locale only has to be the same everywhere, or
 * browser and server would cut differently.
 */
export function segmenter(granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  let made = cache.get(granularity);
  if (made === undefined) {
    made = new Intl.Segmenter('en', { granularity });
    cache.set(granularity, made);
  }
  return made;
}
