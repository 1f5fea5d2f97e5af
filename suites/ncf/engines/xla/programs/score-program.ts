import { Module, type Value } from "../../../../../xla/stablehlo/ir.js";
import { constant, iota } from "../../../../../xla/stablehlo/ops/constant.js";
import { whileLoop } from "../../../../../xla/stablehlo/ops/control.js";
import {
  add,
  and,
  compare,
  convert,
  divide,
  log,
  multiply,
  not,
  select,
} from "../../../../../xla/stablehlo/ops/elementwise.js";
import { reduce, sum } from "../../../../../xla/stablehlo/ops/reduce.js";
import { broadcast, dynamicSlice, dynamicUpdateSlice, reshape, slice } from "../../../../../xla/stablehlo/ops/shape.js";
import { tensor } from "../../../../../xla/stablehlo/type.js";
import type { Formulation } from "../../../../cell.js";
import { deviceTensors, type ModelSizes, tableRows } from "../layout.js";
import type { Numerics } from "../numerics.js";
import { tableProducts } from "./first-layer.js";
import { forward, type NetworkOptions } from "./network.js";
import { spread } from "./random.js";
import { buildProgram, type NamedType, type Program } from "./signature.js";

/** All that decides the text of a scoring program. */
export interface ScoreSpec {
  sizes: ModelSizes;
  numerics: Numerics;
  formulation: Formulation;
  replicas: number;
}

/**
 * Weights that scoring takes. Factored, the first layer's products of all table rows stand in for the tables and the
 * layer: they are computed once for each state of the weights (`tableProductsProgram`).
 */
export function scoreWeightTypes({ sizes, numerics, formulation }: ScoreSpec): NamedType[] {
  const weights = deviceTensors(sizes).map(({ name, dims }) => ({ name, type: tensor("f32", ...dims) }));
  if (formulation === "layerwise") return weights;
  const width = sizes.shape.layers[1]!;
  const rows = tableRows(sizes);
  const stored = numerics.compute === "bf16" ? "f16" : numerics.compute;
  return [
    ...weights.filter(({ name }) => !["user_mlp", "item_mlp", "dense_1/kernel", "dense_1/bias"].includes(name)),
    { name: "user_products", type: tensor(stored, rows.users, width) },
    { name: "item_products", type: tensor(stored, rows.items, width) },
  ];
}

/** From `user_mlp`, `item_mlp`, `dense_1/kernel` and `dense_1/bias` to `user_products` and `item_products`. */
export function tableProductsProgram({ sizes, numerics, replicas }: ScoreSpec): Program {
  const args = deviceTensors(sizes)
    .filter(({ name }) => ["user_mlp", "item_mlp", "dense_1/kernel", "dense_1/bias"].includes(name))
    .map(({ name, dims }) => ({ name, type: tensor("f32", ...dims) }));
  return buildProgram(new Module("ncf_table_products", replicas), args, [], (named) => {
    const { users, items } = tableProducts(named, numerics);
    return new Map([
      ["user_products", users],
      ["item_products", items],
    ]);
  });
}

/**
 * Logits of `pairs` pairs: takes `users` and `items`, i32 [pairs]; gives `logits`, f32 [pairs].
 *
 * @param tile pairs that go through the network at once; it divides `pairs`.
 */
export function scoreProgram(spec: ScoreSpec, pairs: number, tile: number): Program {
  const ids: NamedType[] = [
    { name: "users", type: tensor("i32", pairs) },
    { name: "items", type: tensor("i32", pairs) },
  ];
  const module = new Module("ncf_score", spec.replicas);
  return buildProgram(module, [...scoreWeightTypes(spec), ...ids], [], (named) => {
    const users = named.get("users")!;
    const items = named.get("items")!;
    if (tile === pairs) return new Map([["logits", logitsOf(spec, named, users, items)]]);
    const [, logits] = whileLoop(
      [constant(module, tensor("i32"), 0), constant(module, tensor("f32", pairs), 0)],
      ([start]) => compare(start!, "LT", pairs),
      ([start, out]) => {
        const part = logitsOf(
          spec,
          named,
          dynamicSlice(users, [start!], [tile]),
          dynamicSlice(items, [start!], [tile]),
        );
        return [add(start!, tile), dynamicUpdateSlice(out!, part, [start!])];
      },
    );
    return new Map([["logits", logits!]]);
  });
}

/** How an evaluation set lies on one device. */
export interface EvaluationSizes {
  /** Users of this device, padded to whole tiles. */
  users: number;
  perUser: number;
  tileUsers: number;
  topk: number;
}

/**
 * HR@K and NDCG@K sums of one device's users (specification, section 4). Takes `candidates` i32 [users, perUser],
 * `duplicate` pred of that shape, `firstUser` and `userCount` i32; gives by tile `hits` i32, `dcg` f32 and `undefinedScores`
 * i32.
 */
export function evaluationProgram(spec: ScoreSpec, set: EvaluationSizes): Program {
  const { users, perUser, tileUsers } = set;
  const tiles = users / tileUsers;
  const args: NamedType[] = [
    { name: "candidates", type: tensor("i32", users, perUser) },
    { name: "duplicate", type: tensor("pred", users, perUser) },
    { name: "firstUser", type: tensor("i32") },
    { name: "userCount", type: tensor("i32") },
  ];
  const module = new Module("ncf_evaluate", spec.replicas);
  return buildProgram(module, [...scoreWeightTypes(spec), ...args], [], (named) => {
    const zero = constant(module, tensor("i32"), 0);
    const [, hits, dcg, undefinedScores] = whileLoop(
      [
        zero,
        constant(module, tensor("i32", tiles), 0),
        constant(module, tensor("f32", tiles), 0),
        constant(module, tensor("i32", tiles), 0),
      ],
      ([tile]) => compare(tile!, "LT", tiles),
      ([tile, hits, dcg, undefinedScores]) => {
        const sums = rankTile(spec, named, set, tile!);
        const put = (into: Value, value: Value) => dynamicUpdateSlice(into, reshape(value, 1), [tile!]);
        return [add(tile!, 1), put(hits!, sums.hits), put(dcg!, sums.dcg), put(undefinedScores!, sums.undefinedScores)];
      },
    );
    return new Map([
      ["hits", hits!],
      ["dcg", dcg!],
      ["undefinedScores", undefinedScores!],
    ]);
  });
}

/** Ranks the positives (last column) of one tile; a tie counts against the positive. */
function rankTile(spec: ScoreSpec, named: ReadonlyMap<string, Value>, set: EvaluationSizes, tile: Value) {
  const { module } = tile;
  const { perUser, tileUsers, topk } = set;
  const first = multiply(tile, tileUsers);
  const zero = constant(module, tensor("i32"), 0);
  const candidates = dynamicSlice(named.get("candidates")!, [first, zero], [tileUsers, perUser]);
  const duplicate = dynamicSlice(named.get("duplicate")!, [first, zero], [tileUsers, perUser]);
  const index = iota(module, tensor("i32", tileUsers));
  const inDevice = add(index, spread(first, index));
  const userCount = spread(named.get("userCount")!, inDevice);
  const counted = compare(inDevice, "LT", userCount);
  const user = add(select(counted, inDevice, 0), spread(named.get("firstUser")!, inDevice));
  const pairs = tileUsers * perUser;
  const users = reshape(broadcast(user, [tileUsers, perUser], [0]), pairs);
  const scores = reshape(logitsOf(spec, named, users, reshape(candidates, pairs)), tileUsers, perUser);
  const positive = broadcast(reshape(slice(scores, 1, perUser - 1, perUser), tileUsers), [tileUsers, perUser - 1], [0]);
  const others = slice(scores, 1, 0, perUser - 1);
  const ahead = and(compare(others, "GE", positive), not(slice(duplicate, 1, 0, perUser - 1)));
  const rank = sum(convert(ahead, "i32"), [1]);
  const hit = and(compare(rank, "LT", topk), counted);
  const gain = divide(constant(module, tensor("f32", tileUsers), Math.LN2), log(add(convert(rank, "f32"), 2)));
  const bad = and(compare(scores, "NE", scores), broadcast(counted, [tileUsers, perUser], [0]));
  return {
    hits: sum(convert(hit, "i32")),
    dcg: sum(select(hit, gain, 0)),
    undefinedScores: convert(reduce(reduce(bad, "or", [1]), "or", [0]), "i32"),
  };
}

function logitsOf(spec: ScoreSpec, named: ReadonlyMap<string, Value>, users: Value, items: Value): Value {
  const options: NetworkOptions = {
    depth: spec.sizes.shape.layers.length - 1,
    formulation: spec.formulation,
    numerics: spec.numerics,
    packMasks: false,
  };
  return forward(named, { users, items, usersSorted: false, itemOrder: null }, null, options).logits;
}
