/** Words of registers in the languages of the pages, folded. A word that is also a common family name stays out. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What people are called in their work; with one of these a role begins, never a name. */
export const ROLES = words(`
  adviser advisor administrator ambassador analyst assistant associate attache attaché chair chairman chairperson chairwoman
  chief commissioner consultant coordinator co-ordinator counsellor delegate deputy director directrice economist editor
  executive expert focal former head inspector lead leader lecturer manager minister officer official officer-in-charge
  president principal professor programmer rapporteur representative researcher scientist secretary senior specialist
  statistician supervisor teacher trainer treasurer undersecretary vice vice-president
  adjoint chef conseiller conseillère coordonnateur coordinatrice directeur expert-conseil fonctionnaire responsable spécialiste
  asesor asesora coordinador coordinadora directora especialista funcionario jefa jefe oficial`);

/** What the bodies people work for are called. */
export const BODIES = words(`
  academy agency association authority bank board branch bureau centre center chamber clinic college commission committee
  company confederation consortium cooperative council court delegation department directorate division embassy faculty
  federation forum foundation fund group hospital institute institution laboratory league ministry mission movement
  municipality network ngo observatory office organisation organization parliament partnership programme project school
  secretariat section service services society syndicate team union unions unit university
  ministère université bureau-pays syndicat fédération ministerio universidad sindicato federación oficina`);

/** Words that stand before a role or a body and are no names: `Legal Specialist`, `European Commission`. */
export const BEFORE_THEM = words(`
  acting african american asian central chief country deputy eastern employers european executive external federal field
  former general global government governmental international joint junior labor labour legal local migrant migrants
  migration ministerial national northern ombudsman permanent policy political private public regional research resident
  rural senior social southern state strategic sub sub-regional subregional technical trade united urban western
  workers works programme project women youth health education employment gender human rights conditions activities`);

/** Several people without names. */
export const GROUPS = words(`
  association attendees beneficiaries board chamber committee confederation council delegates delegation employees employers
  experts farmers federation group informants members migrants ministry nurses officers officials participants people
  persons representatives residents specialists staff students syndicate teachers team trainees union unions users villagers
  volunteers women workers youth collaborateurs membres représentants miembros representantes`);

/** Headings that say whom or what the rows below are about. */
export const HEADINGS = words(`
  attendees beneficiaries constituents employers external fieldwork governments headquarters hq informants interviews
  internal meetings other others partners regional-office region regions remote respondents stakeholders visit visits
  workers interviewees entretiens entrevistas siège sede`);

/** A line that ends with one of these goes on in the next. */
export const GOES_ON = words(`
  a an and as at by for from in of on or the to und with & / de del des du en et la las le les los para por pour sur y`);

/** Small words inside names. */
export const PARTICLES = words(`
  af al bin binti d da das de del della den der di do dos du e el ibn la las le los ten ter van vd von y zu`);

export const HONORIFICS = words(`
  mr mrs ms miss mx dr prof professor sir madam mme mlle m sr sra srta dra h.e he hon rev ing lic`);

export const TITLES = words(`annex annexe appendix list lists register table liste lista anexo`);

export const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
