import ArgumentParser
import Diagnostics
import Exports
import Foundation
import Pipeline
import Report
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
      if !dryRun { try store.rebuild() }
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

/// What an erasure took out, and where the person is still named.
struct ErasureText {
  private let report: ErasureReport
  private let mentions: PackMentions
  private let isTrial: Bool

  init(_ report: ErasureReport, _ mentions: PackMentions, isTrial: Bool) {
    self.report = report
    self.mentions = mentions
    self.isTrial = isTrial
  }

  /// The id itself is not repeated: the text may be kept.
  var text: String {
    let facts = report.files.reduce(0) { $0 + $1.facts }
    let rejects = report.files.reduce(0) { $0 + $1.rejects }
    var lines = [
      "\(isTrial ? "Would erase" : "Erased"): \(count(facts, "row")) of facts, "
        + "\(count(rejects, "rejected row")), \(count(report.purchaseDays, "purchase day")), "
        + "\(count(report.results.reduce(0) { $0 + $1.rows }, "row")) of results"
    ]
    lines += report.results.map { "  \($0.table): \(count($0.rows, "row"))" }
    if !report.files.isEmpty {
      lines.append("These exports hold the person; read again, their rows are left out:")
      lines += report.files.map {
        "  \($0.file.name) (\($0.file.contract)): \(count($0.facts + $0.rejects, "row"))"
      }
    }
    lines += packs
    if !isTrial {
      lines.append("The file was written anew; copies and backups of it are not reached.")
    }
    return lines.map(TerminalText.clean).joined(separator: "\n") + "\n"
  }

  private var packs: [String] {
    var lines: [String] = []
    if mentions.found.isEmpty {
      lines.append("No pack that the store knows, nor one beside it, names the person.")
    } else {
      lines.append("These packs still name the person: remove them, or what lies in them:")
      for pack in mentions.found {
        lines.append("  \(pack.folder)")
        lines += pack.files.map { "    \($0)" }
        lines += pack.workbooks.map { "    \($0) (a workbook, not searched)" }
      }
    }
    if !mentions.missing.isEmpty {
      lines.append("These packs are no longer where the store knows them:")
      lines += mentions.missing.map { "  \($0)" }
    }
    return lines
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
