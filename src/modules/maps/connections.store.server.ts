import type { Tx } from '#platform/database';
import { sought } from '#platform/ids';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import type { Selectable } from 'kysely';
import type { Connection, ConnectionEnd, ServiceId } from './types.ts';

function endOf(service: ServiceId | null, label: string): ConnectionEnd {
  return service === null ? { kind: 'name', name: label } : { kind: 'service', id: service };
}

function connectionOf(row: Selectable<DB['serviceConnection']>): Connection {
  return {
    id: row.id,
    from: endOf(row.fromService, row.fromLabel),
    to: endOf(row.toService, row.toLabel),
    type: row.kind,
    direction: row.direction,
    established: row.established
  };
}

/** Every connection of the place; of one service alone where it is given. */
export async function connections(
  tx: Tx,
  scope: ReadScope,
  serviceId?: string
): Promise<Connection[]> {
  const rows = await tx
    .selectFrom('serviceConnection')
    .selectAll()
    .where('partnershipId', '=', scope.partnershipId)
    .$if(serviceId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('fromService', '=', sought<ServiceId>(serviceId ?? '')),
          eb('toService', '=', sought<ServiceId>(serviceId ?? ''))
        ])
      )
    )
    .orderBy('kind')
    .orderBy('id')
    .execute();
  return rows.map(connectionOf);
}

function columnsOf(connection: Connection) {
  const { from, to } = connection;
  return {
    fromService: from.kind === 'service' ? from.id : null,
    fromLabel: from.kind === 'name' ? from.name : '',
    toService: to.kind === 'service' ? to.id : null,
    toLabel: to.kind === 'name' ? to.name : '',
    kind: connection.type,
    direction: connection.direction,
    established: connection.established
  };
}

const rowsAtATime = 1000;

/** Adds connections, and saves those that are there under the same id. */
export async function saveConnections(
  tx: Tx,
  scope: WriteScope,
  given: readonly Connection[]
): Promise<void> {
  for (let start = 0; start < given.length; start += rowsAtATime) {
    await tx
      .insertInto('serviceConnection')
      .values(
        given.slice(start, start + rowsAtATime).map((one) => ({
          partnershipId: scope.partnershipId,
          id: one.id,
          ...columnsOf(one)
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['partnershipId', 'id']).doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          direction: eb.ref('excluded.direction'),
          established: eb.ref('excluded.established')
        }))
      )
      .execute();
  }
}

export async function removeConnection(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'serviceConnection', id);
}
