import ArgumentParser
import Diagnostics
import Exports
import Foundation
import Pipeline
import Store

extension StoreCommand {
  /// `clientele store erase CUSTOMER`.
  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Take a person out: facts of all versions, rejects, results, purchase days, ids.",
      discussion: """
        Later readings leave the person's rows out, by a salted hash of the id, and count them as \
        excluded by the rule `erased`. Rejected rows are matched by the customer's column; one \
        whose id itself cannot be read stays. Measures of earlier runs stay: they are figures of \
        the whole company. `store readmit` lifts it.
        """)

    @Argument(help: "The exact id of the customer.")
    var customer: String

    @Flag(help: "Tell what would go, and change nothing.")
    var dryRun = false

    @OptionGroup var place: StorePlace

    func run() throws {
      let store = try place.open()
      let report = try CustomerErasure.erase(customer, from: store, isTrial: dryRun)
      if !dryRun {
        do throws(Diagnostic) {
          try store.rebuild()
        } catch {
          throw Diagnostic(
            error.kind, error.code,
            "the person is erased, but the store was not written anew: "
              + error.message, at: error.place,
            help:
              "make room, then `sqlite3 \(place.store) VACUUM`: until then pages that were freed "
              + "earlier may hold old rows")
        }
      }
      try store.close()
      let mentions = PackMentions(of: customer, packs: report.packs)
      try Console.output(ErasureText(report, mentions, isTrial: dryRun).text)
    }
  }

  /// `clientele store readmit CUSTOMER`.
  struct Readmit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "readmit", abstract: "Let the rows of an erased person in again.")

    @Argument(help: "The exact id of the customer.")
    var customer: String

    @OptionGroup var place: StorePlace

    func run() throws {
      let store = try place.open()
      let files = try CustomerErasure.readmit(customer, to: store)
      try store.close()
      let names = files.map { "  \($0.name) (\($0.contract))\n" }.joined()
      try Console.output(
        files.isEmpty
          ? "Readmitted. No file in the store has rows that were left out.\n"
          : """
          Readmitted. The next run that names these files reads them again, and only from them the \
          rows come back:
          \(names)
          """)
    }
  }
}
