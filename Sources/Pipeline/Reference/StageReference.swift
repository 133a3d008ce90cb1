package import Values

/// What each stage computes, from what is declared: for `clientele stages` and the reference page.
package struct StageReference {
  let registry: StageRegistry
  let language: Language

  package init(registry: StageRegistry, language: Language) {
    self.registry = registry
    self.language = language
  }

  /// All stages as one page.
  package var markdown: String {
    let title = language == .english ? "# Stages" : "# 分析一览"
    return ([title] + registry.stages.map(markdown(of:))).joined(separator: "\n\n") + "\n"
  }

  private func markdown(of stage: AnyStage) -> String {
    var lines = ["## \(stage.name)", "", stage.summary[language]]
    for method in stage.method {
      lines += [
        "", "**\(method.title[language])**: `\(method.formula)`", "", method.meaning[language], "",
        "*\(words.source): \(method.source)*",
      ]
    }
    lines += [
      "", "| \(words.setting) | \(words.accepts) | \(words.preset) | \(words.meaning) |",
      "|---|---|---|---|",
    ]
    lines += stage.keys.map {
      "| `\($0.name)` | \(Self.escape($0.accepted)) | `\($0.preset)` | \(Self.escape($0.meaning[language])) |"
    }
    for table in stage.tables(.cny) {
      lines += ["", "\(words.table) `\(table.name)`: \(table.summary[language])", ""]
      lines += ["| \(words.column) | \(words.unit) | \(words.meaning) |", "|---|---|---|"]
      lines += table.heads.map {
        "| `\($0.id)` | \(unit($0.unit)) | \(Self.escape($0.meaning[language])) |"
      }
    }
    lines += ["", "```yaml", stage.example, "```"]
    return lines.joined(separator: "\n")
  }

  /// One stage for the terminal.
  package func text(of stage: AnyStage) -> String {
    var lines = ["\(stage.name): \(stage.summary[language])", ""]
    for method in stage.method {
      lines += [
        method.title[language], "  \(method.formula)", "  \(method.meaning[language])",
        "  \(words.source): \(method.source)", "",
      ]
    }
    lines.append("\(words.setting):")
    lines += stage.keys.map {
      "  \($0.name): \($0.preset)\n      \($0.meaning[language]) (\($0.accepted))"
    }
    for table in stage.tables(.cny) {
      lines += ["", "\(words.table) \(table.name): \(table.summary[language])"]
      lines += table.heads.map { "  \($0.id) [\(unit($0.unit))]  \($0.meaning[language])" }
    }
    lines += ["", "\(words.example):", stage.example]
    return lines.joined(separator: "\n") + "\n"
  }

  private func unit(_ unit: Unit) -> String {
    if case .money = unit { return words.currency }
    return unit.description
  }

  private static func escape(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private var words: Words { language == .english ? .english : .chinese }

  private struct Words {
    let source, setting, accepts, preset, meaning, table, column, unit, example, currency: String

    static let english = Words(
      source: "Source", setting: "Settings", accepts: "Accepts", preset: "Default",
      meaning: "Meaning", table: "Table", column: "Column", unit: "Unit", example: "Example",
      currency: "currency")
    static let chinese = Words(
      source: "来源", setting: "设置", accepts: "取值", preset: "默认值", meaning: "含义", table: "结果表",
      column: "列", unit: "单位", example: "示例", currency: "本位币")
  }
}
