"""Companies and other bodies that all papers name without saying what they are; general knowledge, whole names only.

Left out are those that are surnames or plain words besides.
"""

from __future__ import annotations

_NAMES = """
Microsoft|Google|Alphabet|Facebook|Meta|Twitter|Apple|Amazon|Netflix|YouTube|Instagram|WhatsApp|TikTok|
Telegram|Truth Social|Weibo|WeChat|VKontakte|Bluesky|
ByteDance|Snapchat|Spotify|LinkedIn|Reddit|Uber|Lyft|Airbnb|PayPal|Tesla|SpaceX|Starlink|OpenAI|Anthropic|
DeepMind|Nvidia|Intel|AMD|Qualcomm|Oracle|IBM|Cisco|Adobe|Salesforce|Samsung|Sony|Nintendo|Panasonic|Toshiba|
Hitachi|Huawei|ZTE|Xiaomi|Lenovo|Tencent|Alibaba|Baidu|Foxconn|TSMC|ASML|Nokia|Ericsson|Siemens|Airbus|Boeing|
Lockheed Martin|Raytheon|Northrop Grumman|BAE Systems|Rolls-Royce|Thales|Rheinmetall|Saab|Bombardier|Embraer|
Volkswagen|VW|Audi|BMW|Mercedes-Benz|Daimler|Porsche|Toyota|Honda|Nissan|Mazda|Mitsubishi|Hyundai|Kia|Renault|
Peugeot|Stellantis|Fiat|Chrysler|General Motors|GM|Volvo|Ferrari|BYD|ExxonMobil|Exxon|Chevron|BP|TotalEnergies|
Eni|Equinor|Gazprom|Rosneft|Lukoil|Aramco|Saudi Aramco|Petrobras|ConocoPhillips|Glencore|Rio Tinto|BHP|
ArcelorMittal|Nestlé|Nestle|Unilever|Danone|Coca-Cola|Pepsi|PepsiCo|McDonald's|Starbucks|Walmart|Tesco|
Sainsbury's|Aldi|Lidl|Carrefour|Ikea|IKEA|Nike|Adidas|Puma|H&M|Zara|Inditex|LVMH|L'Oréal|Procter & Gamble|
Johnson & Johnson|Pfizer|Moderna|BioNTech|AstraZeneca|GlaxoSmithKline|GSK|Novartis|Sanofi|Eli Lilly|
Novo Nordisk|BASF|Monsanto|HSBC|Barclays|Lloyds|NatWest|Santander|BNP Paribas|UBS|Credit Suisse|Citigroup|
JPMorgan|JPMorgan Chase|Goldman Sachs|Morgan Stanley|Wells Fargo|BlackRock|Vanguard|Berkshire Hathaway|
Lehman Brothers|Mastercard|American Express|Vodafone|Verizon|AT&T|T-Mobile|Comcast|Disney|Warner Bros|Paramount|
Lufthansa|Ryanair|EasyJet|easyJet|Aeroflot|Qantas|FedEx|UPS|DHL|Maersk|Deloitte|KPMG|PwC|McKinsey|Accenture|
Capita|Serco|G4S|Moody's|Standard & Poor's|Greenpeace|Oxfam|Interpol|Europol|NASA|Hamas|Hezbollah|Taliban
"""
COMPANIES = frozenset(name for line in _NAMES.split("\n") for name in line.split("|") if name)


def is_company(name: str) -> bool:
    """Whether the whole name is that of a company, or of another body that goes by one word."""
    return name.removeprefix("the ").removeprefix("The ") in COMPANIES
