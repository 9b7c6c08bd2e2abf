// Maison des Tilleuls, in Brussels, as the stories take it for granted. Everybody is fictional.
const id = () => crypto.randomUUID();

const LANGUAGES = ['fra', 'nld', 'ara'].map((language) => ({ language, mode: 'DIRECT' }));

/** The house with its two weekly slots, closed on Whit Monday. */
export async function tilleuls(node) {
  const [odile, site] = [node.as('odile'), id()];
  await odile.act('openSite', site, 'OpenSiteInput', { name: 'Maison des Tilleuls', timeZone: 'Europe/Brussels', languages: LANGUAGES }, 'SiteId');
  for (const [day, start, end, byAppointment] of [['MONDAY', '09:00', '12:00', false], ['THURSDAY', '14:00', '16:00', true]]) {
    const slot = { slot: id(), day, start, end, walkIn: true, byAppointment, validFrom: '2023-01-01' };
    await odile.act('addOpeningSlot', site, 'OpeningSlotInput', slot, 'SiteId');
  }
  const closed = { exception: id(), from: '2023-05-29', to: '2023-05-29', reason: 'PUBLIC_HOLIDAY', message: { fr: 'Lundi de Pentecôte' } };
  await odile.act('closeSiteOnDates', site, 'SiteClosureInput', closed, 'SiteId');
  return { site };
}

/** The account of somebody. */
export const accountOf = async (node, who) => (await node.as(who).ask('{ me { actor } }')).me.actor;

/** A partner with whom we work. */
export async function partner(node, name) {
  const [odile, partner] = [node.as('odile'), id()];
  await odile.act('identifyPartner', partner, 'IdentifyPartnerInput', { details: { name } }, 'PartnerId');
  await odile.act('contactPartner', partner, 'ContactPartnerInput', { way: 'VISIT' }, 'PartnerId');
  await odile.act('meetPartner', partner, '', null, 'PartnerId');
  await odile.act('activatePartnership', partner, '', null, 'PartnerId');
  return partner;
}

/** A published sheet of a partner. */
export async function sheet(node, partner, content) {
  const [odile, service] = [node.as('odile'), id()];
  await odile.act('draftServiceSheet', service, 'DraftServiceSheetInput', { partner, content }, 'ServiceId');
  await odile.act('publishServiceSheet', service, '', null, 'ServiceId');
  return service;
}

/** A version of the charter that counts from an instant on. */
export async function charter(node, version, from, graceUntil) {
  const odile = node.as('odile');
  const text = { fr: `Nous écoutons, version ${version}.`, nl: `Wij luisteren, versie ${version}.`, ar: `نحن نصغي، ${version}.` };
  await odile.act('draftCharterVersion', null, 'DraftCharterVersionInput', { text });
  await odile.act('adoptCharterVersion', null, 'AdoptCharterVersionInput', { version, meeting: id(), decision: id() });
  await odile.act('bringCharterVersionIntoForce', null, 'BringCharterVersionIntoForceInput', { version, from, graceUntil });
}

/** Somebody joins the network and accepts the charter; with an account of the example when one is named. */
export async function member(node, displayName, { who = null, accepts = 1, languages = null } = {}) {
  const [odile, member] = [node.as('odile'), id()];
  const account = who ? await accountOf(node, who) : null;
  await odile.act('joinNetwork', member, 'JoinNetworkInput', { displayName, account }, 'MemberId');
  if (accepts) await odile.act('acceptCharter', member, 'AcceptCharterInput', { version: accepts, language: 'fra', mode: 'READ' }, 'MemberId');
  if (languages) {
    await odile.act('declareLanguages', member, 'DeclareLanguagesInput', { languages: languages.map((language) => ({ language, level: 'FLUENT' })) }, 'MemberId');
    await odile.act('offerVolunteering', member, '', null, 'MemberId');
  }
  return member;
}

/** The names of what happened to an object, oldest first. */
export async function history(node, kind, object) {
  const query = 'query($of: ObjectRefInput!) { history(of: $of, first: 100) { nodes { event } } }';
  const read = await node.as('odile').ask(query, { of: { kind, id: object } });
  return read.history.nodes.map(({ event }) => event);
}
