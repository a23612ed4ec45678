# The program's words in English. Sections follow the folders of src/.

## Everywhere
app-name = babahui
