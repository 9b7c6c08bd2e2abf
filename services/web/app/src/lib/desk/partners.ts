// The partners by name: all of them, however many they are, kept for work without a line.
import { PartnerNames, type PartnerNamesResult, type PartnerNamesVariables } from '$lib/made/operations/refer';
import { Pages } from '$lib/client/pages.svelte';

type Partner = PartnerNamesResult['partners']['nodes'][number];

export const partnerNames = (): Pages<PartnerNamesResult, PartnerNamesVariables, Partner> =>
  new Pages(PartnerNames, {
    keep: 'partners',
    rows: (answer) => answer.partners,
    holding: (answer, partners) => ({ ...answer, partners }),
    size: Infinity,
    key: (partner) => partner.id
  });
