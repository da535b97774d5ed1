FROM python:3.11-slim
WORKDIR /srv/bank
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN for catalogue in site/locale/*/LC_MESSAGES/*.po site/config/locale/*/LC_MESSAGES/*.po; do \
        if [ -e "$catalogue" ]; then pybabel compile --input-file "$catalogue" --output-file "${catalogue%.po}.mo"; fi; \
    done \
    && useradd --no-create-home bank && mkdir var && chown bank var
USER bank
VOLUME /srv/bank/var
CMD ["gunicorn", "--config", "gunicorn.conf.py"]
