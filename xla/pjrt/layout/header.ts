/** Reads from the PJRT C API's header where the fields of its structures lie, and in which order its functions do. */

export interface Layout {
  /** Minor version of the API. */
  minor: number;
  /** Byte size of each structure and byte offset of each field, but for the two that every structure begins with. */
  layouts: Record<string, { size: number; fields: Record<string, number> }>;
  /** Position of each called function in the table behind the API's version. */
  functionSlots: Record<string, number>;
}

interface Field {
  name: string;
  offset: number;
  bytes: number;
}

/** Structures that are no function's arguments but that this binding fills or reads. */
const PLAIN = ["PJRT_Api_Version", "PJRT_NamedValue", "PJRT_Program", "PJRT_ExecuteOptions"];

/** Functions that this binding calls. */
const CALLED = [
  "PJRT_Error_Destroy",
  "PJRT_Error_Message",
  "PJRT_Error_GetCode",
  "PJRT_Plugin_Initialize",
  "PJRT_Plugin_Attributes",
  "PJRT_Event_Destroy",
  "PJRT_Event_Await",
  "PJRT_Client_Create",
  "PJRT_Client_Destroy",
  "PJRT_Client_PlatformName",
  "PJRT_Client_PlatformVersion",
  "PJRT_Client_AddressableDevices",
  "PJRT_Client_Compile",
  "PJRT_Client_BufferFromHostBuffer",
  "PJRT_DeviceDescription_Id",
  "PJRT_DeviceDescription_Kind",
  "PJRT_DeviceDescription_ToString",
  "PJRT_DeviceDescription_Attributes",
  "PJRT_Device_GetDescription",
  "PJRT_Device_MemoryStats",
  "PJRT_Executable_Destroy",
  "PJRT_Executable_Name",
  "PJRT_Executable_NumOutputs",
  "PJRT_Executable_GetCostAnalysis",
  "PJRT_Executable_OptimizedProgram",
  "PJRT_Executable_Serialize",
  "PJRT_Executable_OutputElementTypes",
  "PJRT_Executable_OutputDimensions",
  "PJRT_Executable_Fingerprint",
  "PJRT_Executable_GetCompiledMemoryStats",
  "PJRT_Executable_DeserializeAndLoad",
  "PJRT_LoadedExecutable_Destroy",
  "PJRT_LoadedExecutable_GetExecutable",
  "PJRT_LoadedExecutable_Execute",
  "PJRT_Buffer_Destroy",
  "PJRT_Buffer_IsDeleted",
  "PJRT_Buffer_OnDeviceSizeInBytes",
  "PJRT_Buffer_ReadyEvent",
  "PJRT_Buffer_ToHostBuffer",
  "PJRT_TopologyDescription_Create",
  "PJRT_TopologyDescription_Destroy",
  "PJRT_Compile",
];

function sizeOf(type: string): number {
  if (type.includes("*")) return 8;
  const name = type.replace(/\bconst\b/g, "").trim();
  if (["size_t", "int64_t", "uint64_t"].includes(name)) return 8;
  if (name === "bool") return 1;
  if (["int", "int32_t", "float"].includes(name)) return 4;
  if (/Callback$/.test(name)) return 8;
  // What is left are enumerations.
  if (/^PJRT_\w+(Type|Code|Semantics|State)$/.test(name)) return 4;
  throw new Error(`the size of ${type} is not known`);
}

function fieldsOf(text: string, name: string): { size: number; fields: Field[] } {
  const body = new RegExp(`struct ${name} \\{(.*?)\\n\\}`, "s").exec(text)?.[1];
  if (body === undefined) throw new Error(`no struct ${name}`);
  // A union has the size of its largest member, here always a pointer's; a function pointer that of a pointer.
  const flat = body.replace(/union \{.*?\};/gs, "int64_t value;").replace(/\w+ \(\*(\w+)\)\([^)]*\);/gs, "void* $1;");
  const fields: Field[] = [];
  let offset = 0;
  for (const [, type, field] of flat.matchAll(/([\w\s*]+?[\s*])(\w+);/g)) {
    const bytes = sizeOf(type!.trim());
    offset = Math.ceil(offset / bytes) * bytes;
    fields.push({ name: field!, offset, bytes });
    offset += bytes;
  }
  return { size: offset, fields };
}

/** @throws Error when the text is not that header, or has a type whose size is not known here. */
export function readHeader(text: string): Layout {
  const header = text.replace(/\/\/[^\n]*/g, "");
  const minor = /#define PJRT_API_MINOR (\d+)/.exec(header)?.[1];
  const api = /typedef struct PJRT_Api \{(.*?)\} PJRT_Api;/s.exec(header)?.[1];
  if (minor === undefined || api === undefined) throw new Error("this is no header of the PJRT C API");
  const order = [...api.matchAll(/_PJRT_API_STRUCT_FIELD\((\w+)\)/g)].map(([, name]) => name!);
  const layouts: Layout["layouts"] = {};
  for (const name of [...PLAIN, ...CALLED.map((called) => `${called}_Args`)]) {
    const { size, fields } = fieldsOf(header, name);
    const own = fields.filter((field) => field.name !== "struct_size" && field.name !== "extension_start");
    layouts[name] = { size, fields: Object.fromEntries(own.map(({ name, offset }) => [name, offset])) };
  }
  const functionSlots: Layout["functionSlots"] = {};
  for (const name of CALLED) {
    const slot = order.indexOf(name);
    if (slot < 0) throw new Error(`no function ${name}`);
    functionSlots[name] = slot;
  }
  return { minor: Number(minor), layouts, functionSlots };
}
