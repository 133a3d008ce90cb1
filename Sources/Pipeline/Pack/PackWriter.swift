import Diagnostics
import Exports
import Foundation
import Report
import Store
import Tabular
import Values

/// Writes all documents and lists of a run into one folder.
struct PackWriter {
  let origin: PackOrigin
  let identity: String
  let registry: StageRegistry
  let store: Store
  let threads: Int?
  let log: RunLog

  /// A pack that is whole and on the disk, but not yet in its place.
  struct Draft {
    let folder: DraftFolder
    let files: [PackFile]
  }

  private var pipeline: LoadedPipeline { origin.pipeline }
  private var account: Account { origin.account }
  private var previous: PreviousMeasures { origin.previous }

  func write(_ ran: [StepRunner.Ran]) throws(Diagnostic) -> Draft {
    let folder = try DraftFolder(for: PackFolder.path(pipeline, identity))
    let draft = folder.path
    var paths: [String] = []
    for pack in pipeline.packs {
      for language in pack.languages {
        paths += try write(pack, language, ran, into: draft)
      }
    }
    let (listPaths, lists) = try writeLists(ran, into: draft)
    paths += listPaths
    let files = try paths.map { (path) throws(Diagnostic) in
      let (sha256, bytes) = try ContentHash.of(file: "\(draft)/\(path)")
      return PackFile(path: path, bytes: bytes, sha256: sha256)
    }
    let manifest = Manifest(
      origin: origin, pipeline: (pipeline.path as NSString).lastPathComponent,
      erasedCustomers: try store.erasedCustomers().digests.count, files: files, lists: lists)
    try TextFile.write(manifest.encoded(), to: "\(draft)/\(Manifest.fileName)")
    try folder.sync(threads: threads)
    return Draft(folder: folder, files: files)
  }

  private func write(
    _ pack: PackPlan, _ language: Language, _ ran: [StepRunner.Ran], into draft: String
  ) throws(Diagnostic) -> [String] {
    let document = PackComposer(
      pipeline: pipeline.file, asOf: pipeline.asOf, version: ProgramVersion.text, account: account,
      steps: results(ran, pack, language), language: language
    ).document()
    let name = "\(pack.name)-\(language.rawValue)"
    let charts = "charts/\(name)"
    var paths = ["\(name).md"]
    try log.timed("write_md", { (_: Void) in "\(name).md" }) { () throws(Diagnostic) in
      let report = MarkdownRenderer(chartFolder: charts).render(document)
      try DraftFolder.make("\(draft)/\(charts)")
      try TextFile.write(report.markdown, to: "\(draft)/\(name).md")
      for chart in report.charts {
        try TextFile.write(chart.svg, to: "\(draft)/\(charts)/\(chart.name)")
        paths.append("\(charts)/\(chart.name)")
      }
    }
    try log.timed("write_xlsx", { (_: Void) in "\(name).xlsx" }) { () throws(Diagnostic) in
      try WorkbookRenderer().write(document, to: "\(draft)/\(name).xlsx")
    }
    return ["\(name).xlsx"] + paths
  }

  /// The reports of the pack's steps in page order, with last time's figures and the targets.
  private func results(
    _ ran: [StepRunner.Ran], _ pack: PackPlan, _ language: Language
  ) -> [PackComposer.StepResult] {
    let wording = Wording(
      language: language, currency: pipeline.file.currency, masking: pipeline.file.masking)
    let order = pack.pages.isEmpty ? ran.map(\.step.id) : pack.pages
    return order.compactMap { id in
      guard let one = ran.first(where: { $0.step.id == id }),
        let stage = registry[one.step.stage.name]
      else { return nil }
      var report = one.output.report(wording, step: id)
      for index in report.measures.indices {
        let measure = report.measures[index].id
        report.measures[index].previous = previous[id, measure]
        report.measures[index].target =
          pipeline.file.targets.values.first { $0.measure == "\(id).\(measure)" }?.value
      }
      return PackComposer.StepResult(
        id: id, stage: stage, settings: one.step.stage.settings, report: report)
    }
  }

  /// Where a result table lies in the pack.
  static func listPath(step: String, table: String) -> String { "lists/\(step)-\(table).csv" }

  /// Every result table, the measures, the account and the rejects as CSV.
  private func writeLists(
    _ ran: [StepRunner.Ran], into draft: String
  ) throws(Diagnostic) -> ([String], [Manifest.List]) {
    let isChinese = pipeline.packs.contains { $0.languages.contains(.simplifiedChinese) }
    let masking = pipeline.file.masking
    let csv = ListCSV(hasOrderMark: isChinese, threads: threads)
    var lists: [Manifest.List] = []
    var others = [MeasureTable.fileName, "account.csv"]
    try log.timed("write_scored", { (_: Void) in "\(lists.count) lists" }) {
      () throws(Diagnostic) in
      try DraftFolder.make("\(draft)/lists")
      for one in ran {
        for declared in type(of: one.output).tables(pipeline.file.currency) {
          let table = masking.table(one.output.table(declared.name))
          let list = Manifest.List(table, step: one.step.id)
          try csv.write(table, to: "\(draft)/\(list.path)")
          lists.append(list)
        }
      }
      try csv.write(account.table(), to: "\(draft)/account.csv")
      try csv.write(
        MeasureTable(ran, origin).table(), to: "\(draft)/\(MeasureTable.fileName)")
      // Rejected rows are as they came: nobody knows where in them a name stands.
      if masking.profile != .external {
        try RejectFile.write(
          from: store, contracts: Set(pipeline.exports.map(\.contract.name)),
          to: "\(draft)/rejects.csv", hasOrderMark: isChinese,
          hidesText: masking.profile == .management)
        others.append("rejects.csv")
      }
    }
    return (lists.map(\.path) + others, lists)
  }
}
