package import Diagnostics
package import Exports
import Values

/// The export files of a pipeline, by contract, in the order of the file.
package struct ExportPlans: SettingValue {
  package var plans: [ExportPlan] = []

  package init(_ plans: [ExportPlan] = []) { self.plans = plans }

  package static var accepted: String { "a map of contract to files" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ExportPlans? {
    guard case .map(let entries) = node.content else {
      reject(node, &problems)
      return nil
    }
    var plans: [ExportPlan] = []
    for entry in entries {
      guard let contract = Contracts.named(entry.key) else {
        problems.add(
          Diagnostic(
            .configuration, "unknown-contract", "there is no contract '\(entry.key)'",
            at: entry.keyPlace,
            help: Suggestion.help(for: entry.key, among: Contracts.all.map(\.name))))
        continue
      }
      guard var plan = ExportPlan.read(entry.value, &problems) else { continue }
      plan.contract = contract.name
      plan.place = entry.keyPlace
      plan.check(against: contract, at: entry.value, &problems)
      plans.append(plan)
    }
    return ExportPlans(plans)
  }

  package var echoed: SettingEcho {
    .map(plans.map { SettingEcho.Entry($0.contract, $0.echoed) })
  }
}

/// How the files of one contract are read. A plain text or list stands for `files:` alone.
package struct ExportPlan: KeyedSettings {
  package var contract = ""
  package var place = Diagnostic.Place("")
  /// Paths; `*` stands for any letters within a name, matches are taken in name order.
  package var files = FileList()
  package var preset: String?
  /// Header by field.
  package var columns = TextMap()
  package var encoding: TextEncoding?
  package var delimiter: DelimiterName?
  package var grain = Grain.line
  /// Rows whose column has one of the values are counted as excluded.
  package var exclude = TextListMap()
  package var decimal = ByField<DecimalName>()
  package var dateOrder = ByField<DateOrderName>()
  package var scale = ByField<NamedScale>()
  package var labels = LabelPlan()
  /// When a file is not taken in.
  package var guards = Guards()

  package init() {}

  package static var fields: [SettingField<ExportPlan>] {
    [
      SettingField(
        "files", \.files, Phrase("Paths of the CSV files; * matches in name order", "CSV 文件路径")),
      SettingField("preset", \.preset, Phrase("Header names of another program", "预设表头")),
      SettingField("columns", \.columns, Phrase("Header by field", "字段与表头的对应")),
      SettingField(
        "encoding", \.encoding,
        Phrase("Character encoding; found by itself if left out", "字符编码；缺省自动识别")),
      SettingField(
        "delimiter", \.delimiter,
        Phrase("Field delimiter; found by itself if left out", "分隔符；缺省自动识别")),
      SettingField(
        "grain", \.grain, Phrase("Whether a row is an order or a line of one", "一行是订单还是订单行")),
      SettingField(
        "exclude", \.exclude, Phrase("Column to values whose rows are left out", "按列值排除的行")),
      SettingField(
        "decimal", \.decimal,
        Phrase("Decimal mark where numbers can be read in two ways", "小数点写法；数字有两种读法时指定")),
      SettingField(
        "date_order", \.dateOrder,
        Phrase("Order of day, month, year where dates can be read in two ways", "日期顺序；日期有两种读法时指定")),
      SettingField(
        "scale", \.scale, Phrase("Scale of answers that are written in words", "文字答案所用的量表")),
      SettingField(
        "labels", \.labels,
        Phrase("Label to what it counts; ~ for no answer", "文字答案对应的分值；~ 表示未作答")),
    ] + guardFields
  }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> ExportPlan? {
    var plan = ExportPlan()
    if case .map = node.content {
      plan.update(from: node, &problems)
    } else if let files = FileList.read(node, &problems) {
      plan.files = files
    } else {
      return nil
    }
    return plan
  }

  func check(against contract: Contract, at node: SettingNode, _ problems: inout Diagnostics) {
    if let preset, !contract.presets.contains(where: { $0.name == preset }) {
      problems.add(
        Diagnostic(
          .configuration, "unknown-preset", "'\(contract.name)' has no preset '\(preset)'",
          at: node["preset"]?.place ?? place,
          help: Suggestion.help(for: preset, among: contract.presets.map(\.name))))
    }
    for (key, names) in [
      ("columns", columns.entries.map(\.key)), ("exclude", exclude.entries.map(\.key)),
    ] {
      for name in names where contract.field(name) == nil && !contract.isFamilyMember(name) {
        problems.add(
          Diagnostic(
            .configuration, "unknown-field", "'\(contract.name)' has no field '\(name)'",
            at: node[key]?.keyPlace(of: name) ?? place,
            help: Suggestion.help(for: name, among: contract.fields.map(\.name))))
      }
    }
    let settings = settings(currency: .cny, zone: nil)
    for var problem in settings.problems(in: contract, kind: .configuration) {
      problem.place = place
      problems.add(problem)
    }
  }

  /// How the files are read.
  func settings(currency: Currency, zone: ZoneOffset?) -> ReadingSettings {
    ReadingSettings(
      preset: preset, columns: columns.entries, encoding: encoding, delimiter: delimiter,
      grain: grain, exclude: exclude.entries.map { ($0.key, $0.values) }, currency: currency,
      zoneOffset: zone?.seconds, decimal: decimal, dateOrder: dateOrder, scale: scale,
      labels: labels.labels)
  }
}
