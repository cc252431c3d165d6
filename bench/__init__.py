"""Speed, memory and index size of 区问 beside a stock LangChain retriever: ``make bench``."""
