"""The page: a Streamlit chat with the evidence beside the answer."""
