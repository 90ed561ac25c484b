import { z } from 'zod';

/**
 * What GeoReport v2 says of each answer in JSON (wiki.open311.org/GeoReport_v2), in our own words, strictly: a field
 * that the standard does not know is a fault.
 */
const text = z.string().min(1);
const told = z.string().min(1).nullable();
/** W3C's note on dates: a zone is always said. */
const moment = z.iso.datetime({ offset: true });

export const services = z
  .array(
    z.strictObject({
      service_code: text,
      service_name: text,
      description: z.string().nullable(),
      metadata: z.boolean(),
      type: z.enum(['realtime', 'batch', 'blackbox']),
      keywords: z.string().nullable(),
      group: z.string().nullable(),
    }),
  )
  .min(1);

export const definition = z.strictObject({
  service_code: text,
  attributes: z.array(
    z.strictObject({
      variable: z.boolean(),
      code: text,
      datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
      required: z.boolean(),
      datatype_description: z.string().nullable(),
      order: z.int().min(1),
      description: text,
      values: z.array(z.strictObject({ key: text, name: text })).min(1),
    }),
  ),
});

const request = z.strictObject({
  service_request_id: text,
  status: z.enum(['open', 'closed']),
  status_notes: told,
  service_name: text,
  service_code: text,
  description: z.string().min(1).max(4000).nullable(),
  agency_responsible: told,
  service_notice: told,
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment.nullable(),
  address: told,
  address_id: told,
  zipcode: told,
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.url().nullable(),
});
export const requests = z.array(request);

/** Either the request's id or a token, never both. */
export const posted = z.tuple([
  z.union([
    z.strictObject({ service_request_id: text, service_notice: told, account_id: told }),
    z.strictObject({ token: text, service_notice: told, account_id: told }),
  ]),
]);

export const tokens = z.tuple([z.strictObject({ service_request_id: text, token: text })]);
export const errors = z.array(z.strictObject({ code: z.int(), description: text })).min(1);
