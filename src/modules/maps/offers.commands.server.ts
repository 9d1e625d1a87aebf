import { err, ok } from '#core/result';
import { getSpine } from '#modules/vocabulary/server';
import { editing, records } from '#modules/records/server';
import { query } from '#platform/command';
import * as v from 'valibot';
import { explainOffer, offerKind, offersOf, withoutStage, type OfferProblem } from './offers.ts';
import * as store from './services.store.server.ts';
import { modelOf, modelToSaveBy } from './stages.store.server.ts';

const offers = records(offerKind);
const refuse = (problem: OfferProblem) => err(problem);

/** Offers at stages of support. Refuses one without a name, at a stage that is none here, and a service twice at one stage. */
export const {
  add: addOffer,
  change: changeOffer,
  remove: removeOffer,
  blank: blankOffer,
  form: formOfOffer
} = editing(offerKind, {
  example: { kind: 'approach', title: 'Nurture', stage: 'universal' },
  async check({ tx, scope, values, stored }) {
    const { serviceId, title, stage } = values;
    if (serviceId === null && title === '') return refuse({ kind: 'nameless-offer' });
    const { stages } = await modelToSaveBy(tx, scope);
    if (!stages.some(({ id }) => id === stage)) return refuse({ kind: 'no-such-stage' });
    const all = serviceId === null ? [] : await offers.list(tx, scope);
    const same = all.some(
      (one) => one.serviceId === serviceId && one.stage === stage && one.id !== stored?.id
    );
    return same ? refuse({ kind: 'offer-there' }) : ok(values);
  },
  explain: explainOffer
});

/** From universal to intensive: the stages, and every offer at its own. */
export const viewSupport = query({
  name: 'maps.view-support',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const services = (await store.everyService(tx, scope)).filter(
      ({ status }) => status === 'active'
    );
    const staged = services.map(({ factors, ...rest }) => ({
      ...rest,
      factors: factors.map(({ factor }) => factor)
    }));
    const recorded = await offers.list(tx, scope);
    return ok({
      spine: await getSpine(tx),
      model: await modelOf(tx, scope),
      offers: offersOf(staged, recorded),
      withoutStage: withoutStage(staged, recorded).length
    });
  }
});
