// An act that came too late, beside what stands now: what it would change, in words, and the act as it would go over
// what stands.
import ofMinutes from '$lib/made/text/gathering';
import ofFacts from '$lib/made/text/facts';
import type { CorrectMinutesVariables } from '$lib/made/operations/meeting-acts';
import { OneMeeting } from '$lib/made/operations/meetings';
import { OneVisit } from '$lib/made/operations/today';
import type { CorrectVisitVariables } from '$lib/made/operations/visit-acts';
import { ask } from '$lib/client/ask';
import { languageName } from '$lib/desk/languages';
import type { Entry } from '$lib/outbox/outbox.svelte';
import type { Page } from '$lib/parts/page';
import { words } from '$lib/text';
import { LANGS } from '$lib/text/lang';

export interface Versions {
  /** What differs: its name, what somebody recorded, what stands now. */
  rows: { name: string; mine: string; now: string }[];
  /** The variables that put theirs over what stands; none when it is no more. */
  over: Record<string, unknown> | null;
}

/** Both versions of what an act changes; null when the server knows none. Throws the trouble that stood between. */
export async function versionsOf(page: Page, entry: Entry): Promise<Versions | null> {
  return entry.says.what === 'correctVisit' ? ofVisit(page, entry) : ofText(page, entry);
}

async function ofVisit(page: Page, entry: Entry): Promise<Versions | null> {
  const variables = entry.variables as unknown as CorrectVisitVariables;
  const mine = variables.input;
  const [{ visit: now }, t] = await Promise.all([ask(OneVisit, { id: variables.id }), words(ofFacts, page.lang, page.region)]);
  if (!now) return null;
  const met: Record<string, string> = { DIRECT: t.metDirect, INTERPRETER: t.metInterpreter, VOLUNTEER: t.metVolunteer, WRITTEN: t.metWritten, NOT_MET: t.metNot };
  const mode: Record<string, string> = { WALK_IN: t.modeWalkIn, APPOINTMENT: t.modeAppointment, PHONE: t.modePhone, ACCOMPANIED: t.modeAccompanied, OUTREACH: t.modeOutreach };
  const relation: Record<string, string> = { RESIDENT: t.resident, WORKS: t.works, PASSING_THROUGH: t.passing, NOT_SAID: t.notSaid };
  const said = (texts: Record<string, string>, code: string | null | undefined): string => (code ? (texts[code] ?? code) : '–');
  const all = [
    { name: t.language, mine: languageName(page, mine.language), now: languageName(page, now.language) },
    { name: t.met, mine: said(met, mine.languageMet), now: said(met, now.languageMet) },
    { name: t.mode, mine: said(mode, mine.mode), now: said(mode, now.mode) },
    { name: t.relation, mine: said(relation, mine.relationToArea), now: said(relation, now.relationToArea) },
    { name: t.minutes, mine: String(mine.minutes ?? '–'), now: String(now.minutes ?? '–') }
  ];
  // What this form does not ask stays as somebody else left it.
  const { answers, accompaniedBy, ageBand, firstVisit, gender, heardOfUs } = now;
  const languageForm = mine.language === now.language ? now.languageForm : mine.languageForm;
  const input = { ...mine, answers, accompaniedBy, ageBand, firstVisit, gender, heardOfUs, languageForm };
  return { rows: differing(all), over: now.state === 'RECORDED' ? { ...variables, expectedVersion: now.version, input } : null };
}

async function ofText(page: Page, entry: Entry): Promise<Versions | null> {
  const variables = entry.variables as unknown as CorrectMinutesVariables;
  const [{ meeting: now }, t] = await Promise.all([ask(OneMeeting, { id: variables.id, commitmentsOf: variables.id }), words(ofMinutes, page.lang, page.region)]);
  if (!now) return null;
  const mine = variables.input.text as Record<string, string | null | undefined>;
  const theirs: Record<string, string | null | undefined> = now.minutes?.text ?? {};
  const all = LANGS.map(({ lang, name }) => ({ name: `${t.minutes} · ${name}`, mine: mine[lang] ?? '', now: theirs[lang] ?? '' }));
  return { rows: differing(all), over: { ...variables, expectedVersion: now.version } };
}

const differing = (rows: Versions['rows']): Versions['rows'] => rows.filter((row) => row.mine !== row.now);
