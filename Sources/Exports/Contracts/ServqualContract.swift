import Values

extension Contract {
  /// SERVQUAL answers: expectation and perception by item, the five weights of each respondent.
  package static let servqual = Contract(
    "servqual", Phrase("SERVQUAL answers, one row a respondent and unit", "SERVQUAL 问卷，每行一位受访者"),
    key: ["respondent", "unit", "provider"],
    fields: [
      Field(
        "respondent", .key, required: true, Phrase("Who answered", "受访者编号"),
        aliases: SurveyFields.respondentAliases)
    ] + SurveyFields.common() + [
      weight("tangibles", Phrase("Points of 100 for tangibles", "有形性权重"), ["有形性权重", "有形性權重"]),
      weight("reliability", Phrase("Points of 100 for reliability", "可靠性权重"), ["可靠性权重", "可靠性權重"]),
      weight(
        "responsiveness", Phrase("Points of 100 for responsiveness", "响应性权重"), ["响应性权重", "回應性權重"]),
      weight("assurance", Phrase("Points of 100 for assurance", "保证性权重"), ["保证性权重", "保證性權重"]),
      weight("empathy", Phrase("Points of 100 for empathy", "移情性权重"), ["移情性权重", "關懷性權重"]),
    ],
    families: [
      family("expectation", Phrase("Expected level of an item", "期望"), "e", ["期望_", "期望"]),
      family("perception", Phrase("Perceived level of an item", "感知"), "p", ["感知_", "感知"]),
      family("minimum", Phrase("Least acceptable level of an item", "最低可接受"), "m", ["最低_", "最低"]),
      family("desired", Phrase("Desired level of an item", "理想"), "d", ["理想_", "理想"]),
    ])

  private static func weight(_ dimension: String, _ meaning: Phrase, _ aliases: [String]) -> Field {
    Field("weight_\(dimension)", .number(0...100), meaning, aliases: ["w_\(dimension)"] + aliases)
  }

  private static func family(
    _ name: String, _ meaning: Phrase, _ letter: String, _ chinese: [String]
  ) -> Family {
    Family(
      name, .integer(1...10), meaning,
      prefixes: [
        .init("\(name)_"), .init("\(letter)_", digitsOnly: true), .init(letter, digitsOnly: true),
      ]
        + chinese.map { Family.Prefix($0, digitsOnly: !$0.hasSuffix("_")) })
  }
}
