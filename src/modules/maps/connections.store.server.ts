import type { Tx } from '#platform/database';
import type { DB } from '#platform/schema';
import type { ReadScope, WriteScope } from '#platform/scope';
import { removeRow } from '#platform/saving';
import type { Selectable } from 'kysely';
import type { Connection, ConnectionEnd, Direction, ServiceId } from './types.ts';

function endOf(service: string | null, label: string): ConnectionEnd {
  return service === null
    ? { kind: 'name', name: label }
    : { kind: 'service', id: service as ServiceId }; // the column holds nothing else
}

function connectionOf(row: Selectable<DB['service_connection']>): Connection {
  return {
    id: row.id,
    from: endOf(row.from_service, row.from_label),
    to: endOf(row.to_service, row.to_label),
    type: row.kind,
    direction: row.direction as Direction, // a check constraint holds the column to these
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
    .selectFrom('service_connection')
    .selectAll()
    .where('partnership_id', '=', scope.partnershipId)
    .$if(serviceId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('from_service', '=', serviceId ?? null),
          eb('to_service', '=', serviceId ?? null)
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
    from_service: from.kind === 'service' ? from.id : null,
    from_label: from.kind === 'name' ? from.name : '',
    to_service: to.kind === 'service' ? to.id : null,
    to_label: to.kind === 'name' ? to.name : '',
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
      .insertInto('service_connection')
      .values(
        given.slice(start, start + rowsAtATime).map((one) => ({
          partnership_id: scope.partnershipId,
          id: one.id,
          ...columnsOf(one)
        }))
      )
      .onConflict((conflict) =>
        conflict.columns(['partnership_id', 'id']).doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          direction: eb.ref('excluded.direction'),
          established: eb.ref('excluded.established')
        }))
      )
      .execute();
  }
}

export async function removeConnection(tx: Tx, scope: WriteScope, id: string): Promise<boolean> {
  return removeRow(tx, scope, 'service_connection', id);
}
