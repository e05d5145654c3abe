/** Stand-in for ExactTarget's XML API: one address, documents in a form field, credentials inside the document. */
import type { JobHandle, Vendor } from "../jobs/model.ts";
import { fieldDrift, strangeWord, type Context } from "./context.ts";
import { credentials } from "./credentials.ts";
import { drifted, field, type Field } from "./fields.ts";
import { mediaType, type Answer, type Call, type StandIn } from "./http.ts";
import type { SandboxJob } from "./options.ts";
import { kindOf, statesOf, type Walks } from "./outcomes.ts";
import { Walk } from "./walk.ts";
import { child, childText, MalformedXml, type Element } from "./xml.ts";

const vendor = "exacttarget";

/** Path of the API, as in production. */
export const exactTargetPath = "/integrate.aspx";

const walks: Walks = {
  succeeded: ["Scheduled", "Processing", "Processing", "Complete"],
  failed: ["Scheduled", "Processing", "Error"],
};

/** Systems whose data can be exported. */
const exporting: ReadonlySet<string> = new Set(["tracking", "subscriber", "list"]);

/** Where errors turn up that belong to no system, or to one that has no answers of its own. */
const elsewhere = "list";

interface Batch {
  readonly walk: Walk;
  readonly fileName: string;
}

/** What is answered: the element that the answer is in, and what is in that. */
interface Reply {
  readonly system: string;
  readonly fields: readonly Field[];
}

/** Stand-in for the API's batch exports and its ping. */
export class ExactTarget implements StandIn {
  readonly vendor: Vendor = vendor;
  readonly #context: Context;
  readonly #batches = new Map<string, Batch>();
  #nextId = 979_804;

  constructor(context: Context) {
    this.#context = context;
  }

  owns(path: string): boolean {
    return path === exactTargetPath;
  }

  addJob(job: SandboxJob): JobHandle {
    return { vendor, kind: kindOf(job, ["batch"]), id: this.#create(job) };
  }

  answer(call: Call): Answer {
    const form = formOf(call);
    if (form?.get("qf") !== "xml") {
      return { operation: "unknown", status: 400, contentType: "text/plain", body: "Bad Request" };
    }
    const { operation, reply } = this.#reply(form.get("xml") ?? "");
    const { system, fields } = reply;
    const content = field(system, drifted(fields, fieldDrift(this.#context, vendor)));
    const root = field("exacttarget", [field("system", [content])]);
    const body = this.#context.xml.write(root, { declaration: "<?xml version='1.0'?>\n" });
    return { operation, status: 200, contentType: "text/xml; charset=utf-8", body };
  }

  /** Reads a document and says what it asks for and what is answered. */
  #reply(document: string): { readonly operation: string; readonly reply: Reply } {
    let root: Element;
    try {
      root = this.#context.xml.read(document);
    } catch (error) {
      if (!(error instanceof MalformedXml)) throw error;
      return { operation: "unknown", reply: refused(elsewhere, 39, `The XML is not valid: ${error.message}`) };
    }
    const system = child(root, "system");
    const [name, action] = ["system_name", "action"].map((one) => (system && childText(system, one)) ?? "");
    if (root.name !== "exacttarget" || root.namespace !== "" || system === undefined || !name || !action) {
      return { operation: "unknown", reply: refused(elsewhere, 39, "The XML is not a request of the API") };
    }
    const operation = `${name}.${action}`;
    const expired = this.#context.faults.take("expired-token", vendor, operation) !== undefined;
    const reply =
      authorized(root) && !expired
        ? this.#perform(system, name, action)
        : refused(answerName(name), 2, "The user name or the password is not valid");
    return { operation, reply };
  }

  #perform(system: Element, name: string, action: string): Reply {
    if (name === "diagnostics" && action === "Ping") {
      return { system: "diagnostics", fields: [field("Ping", "Running")] };
    }
    if (name === "batch" && action === "inquire") return this.#inquire(system);
    // Lists spell it in lower case, enterprises and sent jobs have their own variants.
    if (/bulkasync/i.test(action) && exporting.has(name)) {
      if (!childText(system, "sub_action")?.trim()) return refused(name, 39, "The sub_action is missing");
      const id = this.#create({ vendor });
      return { system: name, fields: [field("info", "Your request has been recorded"), field("batchID", id)] };
    }
    return refused(answerName(name), 39, `The action ${action} of the system ${name} is not known`);
  }

  #inquire(system: Element): Reply {
    const id = childText(system, "search_value") ?? "";
    const batch = childText(system, "search_type") === "batchid" ? this.#batches.get(id) : undefined;
    const vanished = this.#context.faults.take("vanished", vendor, "batch.inquire") !== undefined;
    if (batch === undefined || vanished) return refused("Batch", 1, `Batch not found with batchid = ${id}`);
    const { word, ended } = batch.walk.look("status", strangeWord(this.#context, vendor));
    const done = ended && word === "Complete";
    const completed = done && this.#context.drift.has("completed-word", vendor);
    return {
      system: "Batch",
      fields: [
        field("batchid", id),
        field("status", completed ? "Completed" : word),
        { ...field("filename", done && !completed ? batch.fileName : ""), optional: true },
      ],
    };
  }

  #create(job: SandboxJob): string {
    const walk = new Walk(statesOf(job, walks), this.#context.step);
    const id = this.#nextId;
    this.#nextId += 1;
    const time = new Date().toISOString().replaceAll(/\D/g, "");
    this.#batches.set(String(id), { walk, fileName: `bulkasync_${id}_${time}_1.zip` });
    return String(id);
  }
}

/** The form that carries the document: the body of a POST, the query of a GET. */
function formOf(call: Call): URLSearchParams | undefined {
  if (call.method === "GET") return call.query;
  const isForm = call.method === "POST" && mediaType(call) === "application/x-www-form-urlencoded";
  return isForm ? new URLSearchParams(call.text) : undefined;
}

function authorized(root: Element): boolean {
  const authorization = child(root, "authorization");
  const { username, password } = credentials.exactTarget;
  return (
    authorization !== undefined &&
    child(authorization, "username")?.text === username &&
    child(authorization, "password")?.text === password
  );
}

/** Answers are in an element named after the system that was called; batches alone change their case. */
function answerName(system: string): string {
  if (system === "batch") return "Batch";
  return exporting.has(system) || system === "diagnostics" ? system : elsewhere;
}

/** There is no public list of error numbers: 1 and 39 are seen in the field, 2 is the sandbox's own. */
function refused(system: string, error: number, description: string): Reply {
  return { system, fields: [field("error", error), field("error_description", description)] };
}
