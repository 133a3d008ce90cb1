package import Values

/// The language and currency of one document, and how values are put into its sentences.
package struct Wording: Sendable {
  package let language: Language
  package let currency: Currency
  package let masking: Masking

  package init(language: Language, currency: Currency, masking: Masking = .none) {
    self.language = language
    self.currency = currency
    self.masking = masking
  }

  /// A text that tells of a person, as the readers of the pack may see it: every number, name,
  /// contact and comment of a report goes through here, or through an argument of a sentence.
  package func person(_ text: String, _ data: PersonalData) -> String {
    let shown = masking.text(text, data)
    return shown.isEmpty && !text.isEmpty ? ReportPhrases.leftOut[language] : shown
  }

  /// The phrase in this language, with every `{name}` replaced by the argument of that name.
  ///
  /// - Precondition: every placeholder of the phrase has an argument.
  package func callAsFunction(
    _ phrase: Phrase, _ arguments: KeyValuePairs<String, Argument> = [:]
  ) -> String {
    var text = phrase[language]
    for (name, argument) in arguments {
      text = text.replacing("{\(name)}", with: self.text(of: argument))
    }
    return text
  }

  /// A value that stands in a sentence.
  package enum Argument: Sendable {
    /// Data or words that are already in the right language.
    case text(String)
    case phrase(Phrase)
    /// A figure with its unit, rounded for reading.
    case value(Double, Unit)
    case count(Int)
    case share(Double)
    case money(Int64)
    case day(Day)
    case level(Double)
    case person(String, PersonalData)
  }

  package func text(of argument: Argument) -> String {
    switch argument {
    case .text(let text): text
    case .phrase(let phrase): phrase[language]
    case .value(let value, let unit): NumberStyle.prose(unit).text(value, language)
    case .count(let count): NumberStyle.prose(.count).text(Double(count), language)
    case .share(let share): NumberStyle.prose(.share).text(share, language)
    case .money(let minor):
      NumberStyle.prose(.money(currency)).text(currency.major(minor), language)
    case .day(let day): day.iso
    case .level(let level): NumberStyle.prose(.score).text(level, language)
    case .person(let text, let data): person(text, data)
    }
  }
}
