/** Words too common to say anything about a text, in the three languages that word tables know. Our own choice; lower case. */
export const STOP_WORD_LANGUAGES = ['en', 'fr', 'es'] as const;
export type StopWordLanguage = (typeof STOP_WORD_LANGUAGES)[number];

const LISTS: Record<StopWordLanguage, string> = {
  en: `a about above after again against all almost also although always am among an and another any anyone anything are
    aren't around as at away back be became because become been before being below between both but by came can can't cannot
    come could couldn't did didn't do does doesn't doing don't done down during each either else er erm etc even ever every
    everyone everything few for from further get gets getting go goes going gone got had hadn't has hasn't have haven't
    having he he'd he'll he's her here hers herself him himself his hm how however i i'd i'll i'm i've if in indeed instead
    into is isn't it it'll it's its itself just kind know let let's like little lot made make makes many may maybe me mean
    might mine more most much must my myself neither never no nobody none nor not nothing now of off oh ok okay on once one
    only onto or other others otherwise our ours ourselves out over own per perhaps put quite rather really right said same
    say says see shall she she'd she'll she's should shouldn't since so some somebody someone something sometimes somewhat
    sort still such take than that that's the their theirs them themselves then there there's therefore these they they'd
    they'll they're they've thing things think this those though through thus to together too toward towards uh um under
    until up upon us very was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when where
    whereas whether which while who who's whole whom whose why will with within without won't would wouldn't yeah yes yet
    you you'd you'll you're you've your yours yourself yourselves`,
  fr: `a à afin ai ainsi ait alors après as assez au aucun aucune aujourd'hui auquel aura aurait aussi autre autres aux avaient
    avais avait avant avec avez avoir avons ayant beaucoup bien bon c ça car ce ceci cela celle celles celui cependant ces
    cet cette ceux chaque chez chose choses ci comme comment d dans de dedans déjà depuis des dès deux devant devrait dire
    dit doit donc dont du durant elle elles en encore enfin ensuite entre es est et étaient étais était étant été être eu
    euh eux fait faire fais faut fois font fut hein hors ici il ils j jamais je jusqu jusque l la là laquelle le lequel les
    lesquelles lesquels leur leurs lors lorsque lui m ma mais malgré me même mêmes mes mien moi moins mon n ne ni non nos
    notre nous nul on ont or ou où oui par parce parfois parmi pas pendant peu peut peuvent peut-être plus plusieurs plutôt
    pour pourquoi pourrait pouvait pouvoir près puis puisque qu quand quant que quel quelle quelles quels quelque quelques
    qui quoi rien s sa sans sauf se selon sera serait ses seulement si sien sinon soi soit sommes son sont sous souvent suis
    sur surtout t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutes très trop tu un une
    va vais vers veut voilà voir vont vos votre vous vraiment vu y`,
  es: `a acá además ah ahí ahora al algo alguien algún alguna algunas alguno algunos allá allí ambos ante antes apenas aquel
    aquella aquellas aquello aquellos aquí así aun aún aunque bajo bastante bien bueno cada casi como cómo con conmigo contra
    cosa cosas cual cuál cuales cualquier cuando cuándo cuanto cuánto da dar de debe deben decir deja del demás dentro desde
    después dice dijo donde dónde dos durante e eh el él ella ellas ello ellos en encima entonces entre era eran eras eres
    es esa esas ese eso esos esta está estaba estaban están estar estas estás este esto estos estoy estuvo fin fue fueron
    fui gran ha haber había habían hace hacen hacer hacia han has hasta hay he hecho hemos hizo hoy incluso ir la las le les
    lo los luego más me menos mí mi mía mientras mío mis misma mismas mismo mismos mucha muchas mucho muchos muy nada nadie
    ni ningún ninguna ninguno no nos nosotras nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros
    para pero poca poco pocos podemos poder podría por porque pues puede pueden que qué quien quién quienes quiere saber se
    sé sea sean según ser será si sí sido siempre sin sino sobre sólo solo somos son soy su sus suya suyo tal también tampoco
    tan tanto te tener tenemos tengo ti tiene tienen toda todas todavía todo todos tras tu tú tus tuvo u un una unas uno unos
    usted ustedes va vamos van varias varios ver vez veces voy y ya yo`,
};

/** The stop words of these languages, as `wordsSaid` gives them. */
export function stopWords(languages: readonly StopWordLanguage[]): ReadonlySet<string> {
  return new Set(languages.flatMap((language) => LISTS[language].split(/\s+/u)));
}
